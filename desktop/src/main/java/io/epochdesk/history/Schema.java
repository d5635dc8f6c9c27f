package io.epochdesk.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, as steps from one version to the next; a step that was released is never changed.
 * {@code PRAGMA user_version} counts the steps taken. Times are milliseconds since 1970, amounts
 * are in 10⁻⁸ FLOW.
 */
final class Schema {

    private static final List<String> STEPS =
            List.of(
                    """
                    CREATE TABLE era (
                        number INTEGER PRIMARY KEY,
                        began INTEGER NOT NULL,
                        height INTEGER,
                        block TEXT
                    );
                    INSERT INTO era (number, began) VALUES (1, 0);
                    CREATE TABLE own_node (
                        node TEXT PRIMARY KEY,
                        label TEXT NOT NULL,
                        role INTEGER,
                        machine_account TEXT,
                        bootstrap_folder TEXT,
                        staking_account TEXT,
                        added INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    CREATE TABLE balance (
                        era INTEGER NOT NULL,
                        account TEXT NOT NULL,
                        at INTEGER NOT NULL,
                        height INTEGER NOT NULL,
                        amount INTEGER NOT NULL,
                        PRIMARY KEY (era, account, at)
                    ) WITHOUT ROWID;
                    CREATE TABLE key_use (
                        era INTEGER NOT NULL,
                        account TEXT NOT NULL,
                        key_index INTEGER NOT NULL,
                        sequence INTEGER NOT NULL,
                        at INTEGER NOT NULL,
                        height INTEGER NOT NULL,
                        PRIMARY KEY (era, account, key_index, sequence)
                    ) WITHOUT ROWID;
                    CREATE TABLE first_seen (
                        era INTEGER NOT NULL,
                        epoch INTEGER NOT NULL,
                        node TEXT NOT NULL,
                        deed TEXT NOT NULL,
                        at INTEGER NOT NULL,
                        height INTEGER NOT NULL,
                        PRIMARY KEY (era, epoch, node, deed)
                    ) WITHOUT ROWID;
                    CREATE TABLE activity (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        era INTEGER NOT NULL,
                        at INTEGER NOT NULL,
                        what TEXT NOT NULL,
                        node TEXT,
                        key_name TEXT,
                        account TEXT,
                        transaction_id TEXT,
                        outcome TEXT NOT NULL,
                        detail TEXT NOT NULL
                    );
                    CREATE TABLE draft (
                        id TEXT PRIMARY KEY,
                        era INTEGER NOT NULL,
                        flow TEXT NOT NULL,
                        state TEXT NOT NULL,
                        updated INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    CREATE TABLE notice (
                        era INTEGER NOT NULL,
                        subject TEXT NOT NULL,
                        notified INTEGER NOT NULL,
                        resolved INTEGER,
                        PRIMARY KEY (era, subject)
                    ) WITHOUT ROWID;
                    """);

    private Schema() {}

    /** The version this console writes. */
    static int newest() {
        return STEPS.size();
    }

    /** The version of an open file; zero for an empty one. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA user_version")) {
            return answer.getInt(1);
        }
    }

    /** Takes the steps that are missing, all of them or none. */
    static void bringUp(Connection connection) throws SQLException {
        if (version(connection) >= newest()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                // another console may have taken the steps while this one waited
                for (int done = version(connection); done < newest(); done++) {
                    statement.executeUpdate(STEPS.get(done));
                }
                statement.execute("PRAGMA user_version = " + newest());
                statement.execute("COMMIT");
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }
}
