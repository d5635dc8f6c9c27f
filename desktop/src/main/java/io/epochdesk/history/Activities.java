package io.epochdesk.history;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The log of what the console did on this network. Nothing is ever removed from it. */
public final class Activities {

    private final HistoryFile file;

    Activities(HistoryFile file) {
        this.file = file;
    }

    /** Writes an activity down and answers its number, by which it is told how it ended. */
    public long add(Activity activity) {
        return file.write(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "INSERT INTO activity (era, at, what, node, key_name, account,"
                                            + " transaction_id, outcome, detail) VALUES ("
                                            + Eras.VALUE
                                            + ", ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
                        statement.setLong(1, activity.at().toEpochMilli());
                        statement.setString(2, activity.what());
                        statement.setString(3, activity.nodeId());
                        statement.setString(4, activity.keyName());
                        statement.setString(5, activity.account());
                        statement.setString(6, activity.transactionId());
                        statement.setString(7, activity.outcome().name());
                        statement.setString(8, activity.detail());
                        try (ResultSet answer = statement.executeQuery()) {
                            return answer.getLong("id");
                        }
                    }
                });
    }

    /**
     * Tells how an activity stands.
     *
     * @param transactionId 64 hex digits; null keeps what is known
     */
    public void tell(
            long number, Activity.Outcome outcome, @Nullable String transactionId, String detail) {
        file.write(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "UPDATE activity SET outcome = ?, transaction_id ="
                                            + " coalesce(?, transaction_id), detail = ?"
                                            + " WHERE id = ?")) {
                        statement.setString(1, outcome.name());
                        statement.setString(2, transactionId);
                        statement.setString(3, detail);
                        statement.setLong(4, number);
                        return statement.executeUpdate();
                    }
                });
    }

    /**
     * The newest activities of this era by their numbers, newest first.
     *
     * @param most how many at most
     */
    public Map<Long, Activity> newest(int most) {
        return file.read(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "SELECT * FROM activity WHERE "
                                            + Eras.NOW
                                            + " ORDER BY id DESC LIMIT ?")) {
                        statement.setInt(1, most);
                        Map<Long, Activity> all = new LinkedHashMap<>();
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                all.put(rows.getLong("id"), activity(rows));
                            }
                        }
                        return all;
                    }
                });
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("what"),
                row.getString("node"),
                row.getString("key_name"),
                row.getString("account"),
                row.getString("transaction_id"),
                Activity.Outcome.valueOf(row.getString("outcome")),
                row.getString("detail"));
    }
}
