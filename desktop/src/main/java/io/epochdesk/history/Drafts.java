package io.epochdesk.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts of guided flows, so that one can be taken up again after a restart. */
public final class Drafts {

    private final HistoryFile file;

    Drafts(HistoryFile file) {
        this.file = file;
    }

    /** Keeps a draft in place of the one with its id; what it says lasts once this returns. */
    public void keep(Draft draft) {
        file.write(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "INSERT OR REPLACE INTO draft (id, era, flow, state, updated)"
                                            + " VALUES (?, "
                                            + Eras.VALUE
                                            + ", ?, ?, ?)")) {
                        statement.setString(1, draft.id());
                        statement.setString(2, draft.flow());
                        statement.setString(3, draft.state());
                        statement.setLong(4, draft.updated().toEpochMilli());
                        return statement.executeUpdate();
                    }
                });
    }

    /** The drafts of this era, the one kept last first. */
    public List<Draft> all() {
        return file.read(
                connection -> {
                    try (PreparedStatement statement =
                                    connection.prepareStatement(
                                            "SELECT * FROM draft WHERE "
                                                    + Eras.NOW
                                                    + " ORDER BY updated DESC, id");
                            ResultSet rows = statement.executeQuery()) {
                        List<Draft> all = new ArrayList<>();
                        while (rows.next()) {
                            all.add(draft(rows));
                        }
                        return all;
                    }
                });
    }

    /** The draft of this id, if this era has it. */
    public Optional<Draft> find(String id) {
        return file.read(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "SELECT * FROM draft WHERE id = ? AND " + Eras.NOW)) {
                        statement.setString(1, id);
                        try (ResultSet rows = statement.executeQuery()) {
                            return rows.next() ? Optional.of(draft(rows)) : Optional.empty();
                        }
                    }
                });
    }

    /** Throws a draft away; nothing happens when there is none. */
    public void remove(String id) {
        file.write(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement("DELETE FROM draft WHERE id = ?")) {
                        statement.setString(1, id);
                        return statement.executeUpdate();
                    }
                });
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("id"),
                row.getString("flow"),
                row.getString("state"),
                Instant.ofEpochMilli(row.getLong("updated")));
    }
}
