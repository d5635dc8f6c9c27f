package io.epochdesk.history;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The operator's nodes, in the order of their labels. */
public final class OwnNodes {

    private final HistoryFile file;

    OwnNodes(HistoryFile file) {
        this.file = file;
    }

    /** All of them. */
    public List<OwnNode> all() {
        return file.read(
                connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet rows =
                                    statement.executeQuery(
                                            "SELECT * FROM own_node ORDER BY label COLLATE NOCASE,"
                                                    + " node")) {
                        List<OwnNode> all = new ArrayList<>();
                        while (rows.next()) {
                            all.add(node(rows));
                        }
                        return all;
                    }
                });
    }

    /**
     * Adds nodes, all or none. One that is there keeps its label and when it was added, and learns
     * what it did not know; what is told anew replaces what was told before.
     */
    public void add(List<OwnNode> nodes) {
        file.write(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    """
                                    INSERT INTO own_node (node, label, role, machine_account,
                                        bootstrap_folder, staking_account, added)
                                    VALUES (?, ?, ?, ?, ?, ?, ?)
                                    ON CONFLICT (node) DO UPDATE SET
                                        role = coalesce(excluded.role, role),
                                        machine_account =
                                            coalesce(excluded.machine_account, machine_account),
                                        bootstrap_folder =
                                            coalesce(excluded.bootstrap_folder, bootstrap_folder),
                                        staking_account =
                                            coalesce(excluded.staking_account, staking_account)
                                    """)) {
                        for (OwnNode node : nodes) {
                            statement.setString(1, node.nodeId());
                            statement.setString(2, node.label());
                            if (node.role().isPresent()) {
                                statement.setInt(3, node.role().getAsInt());
                            } else {
                                statement.setNull(3, Types.INTEGER);
                            }
                            statement.setString(4, node.machineAccount());
                            statement.setString(5, node.bootstrapFolder());
                            statement.setString(6, node.stakingAccount());
                            statement.setLong(7, node.added().toEpochMilli());
                            statement.addBatch();
                        }
                        return statement.executeBatch();
                    }
                });
    }

    /** Gives a node another label; nothing happens when it is not there. */
    public void rename(String nodeId, String label) {
        change("UPDATE own_node SET label = ? WHERE node = ?", label, nodeId);
    }

    /** Tells a node's machine account; null forgets one that was given by hand. */
    public void machineAccount(String nodeId, @Nullable String address) {
        change("UPDATE own_node SET machine_account = ? WHERE node = ?", address, nodeId);
    }

    /** Takes a node off the list; what was observed of it stays. */
    public void remove(String nodeId) {
        change("DELETE FROM own_node WHERE node = ?", nodeId);
    }

    private void change(String sql, @Nullable String... values) {
        file.write(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < values.length; i++) {
                            statement.setString(i + 1, values[i]);
                        }
                        return statement.executeUpdate();
                    }
                });
    }

    private static OwnNode node(ResultSet row) throws SQLException {
        int role = row.getInt("role");
        boolean unknown = row.wasNull();
        return new OwnNode(
                row.getString("node"),
                row.getString("label"),
                unknown ? OptionalInt.empty() : OptionalInt.of(role),
                row.getString("machine_account"),
                row.getString("bootstrap_folder"),
                row.getString("staking_account"),
                Instant.ofEpochMilli(row.getLong("added")));
    }
}
