package io.epochdesk.history;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was seen on the chain in this era, and when it was seen first. */
public final class Observations {

    /** An unchanged balance is kept again after so long, so that a plot shows that it was read. */
    static final Duration UNCHANGED = Duration.ofHours(1);

    private static final int SCALE = 8;

    private final HistoryFile file;

    Observations(HistoryFile file) {
        this.file = file;
    }

    /**
     * A balance at a moment.
     *
     * @param account 16 hex digits
     * @param at when it was read, to the millisecond
     * @param height the block it was read at
     * @param amount FLOW, at most eight decimals
     */
    public record Balance(String account, Instant at, long height, BigDecimal amount) {}

    /**
     * A sequence number of an account's key, and when the key was first seen to have it. One higher
     * than the last means that the account sent a transaction with this key in between.
     *
     * @param account 16 hex digits
     * @param keyIndex index of the key
     * @param sequence its sequence number
     * @param at when it was first seen
     * @param height the block it was first seen at
     */
    public record KeyUse(String account, int keyIndex, long sequence, Instant at, long height) {}

    /**
     * How a key stands.
     *
     * @param newest the highest sequence number seen
     * @param moved whether a lower one was seen before it: then it was used shortly before that
     *     moment
     */
    public record KeyState(KeyUse newest, boolean moved) {}

    /** What a node does in an epoch's setup. */
    public enum Deed {
        /** A collection node voted for its cluster's root. */
        VOTE,
        /** A consensus node posted on the whiteboard. */
        MESSAGE,
        /** A consensus node submitted a result. */
        SUBMISSION
    }

    /**
     * When a node was first seen to have done something.
     *
     * @param epoch the counter of the epoch being prepared
     * @param nodeId 64 hex digits
     * @param deed what
     * @param at when it was first seen here
     * @param height the block it was first seen at
     */
    public record FirstSeen(long epoch, String nodeId, Deed deed, Instant at, long height) {}

    /**
     * Keeps what one look found, all or none: balances that changed or were last kept an hour ago,
     * sequence numbers never seen before, deeds never seen before.
     */
    public void keep(List<Balance> balances, List<KeyUse> keys, List<FirstSeen> deeds) {
        file.write(
                connection -> {
                    keepBalances(connection, balances);
                    keepKeys(connection, keys);
                    keepDeeds(connection, deeds);
                    return true;
                });
    }

    /** An account's balances since a moment, oldest first, with the last one before it. */
    public List<Balance> balances(String account, Instant since) {
        return file.read(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "SELECT * FROM balance WHERE account = ? AND "
                                            + Eras.NOW
                                            + " AND at >= coalesce((SELECT max(at) FROM balance"
                                            + " WHERE account = ? AND at <= ? AND "
                                            + Eras.NOW
                                            + "), 0) ORDER BY at")) {
                        statement.setString(1, account);
                        statement.setString(2, account);
                        statement.setLong(3, since.toEpochMilli());
                        List<Balance> all = new ArrayList<>();
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                all.add(balance(rows));
                            }
                        }
                        return all;
                    }
                });
    }

    /** How each key seen stands, by account; the one with the lowest index first. */
    public Map<String, List<KeyState>> keyStates() {
        return file.read(
                connection -> {
                    try (PreparedStatement statement =
                                    connection.prepareStatement(
                                            "SELECT account, key_index, max(sequence) AS sequence,"
                                                + " at, height, count(*) > 1 AS moved FROM key_use"
                                                + " WHERE "
                                                    + Eras.NOW
                                                    + " GROUP BY account, key_index"
                                                    + " ORDER BY account, key_index");
                            ResultSet rows = statement.executeQuery()) {
                        Map<String, List<KeyState>> all = new HashMap<>();
                        while (rows.next()) {
                            all.computeIfAbsent(rows.getString("account"), _ -> new ArrayList<>())
                                    .add(new KeyState(keyUse(rows), rows.getBoolean("moved")));
                        }
                        return all;
                    }
                });
    }

    /** The sequence numbers seen of an account's key, lowest first. */
    public List<KeyUse> keyUses(String account, int keyIndex) {
        return file.read(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "SELECT * FROM key_use WHERE account = ? AND key_index = ?"
                                            + " AND "
                                            + Eras.NOW
                                            + " ORDER BY sequence")) {
                        statement.setString(1, account);
                        statement.setInt(2, keyIndex);
                        List<KeyUse> all = new ArrayList<>();
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                all.add(keyUse(rows));
                            }
                        }
                        return all;
                    }
                });
    }

    /** What was seen of the preparation of an epoch. */
    public List<FirstSeen> deeds(long epoch) {
        return file.read(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "SELECT * FROM first_seen WHERE epoch = ? AND "
                                            + Eras.NOW
                                            + " ORDER BY at, node, deed")) {
                        statement.setLong(1, epoch);
                        List<FirstSeen> all = new ArrayList<>();
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                all.add(
                                        new FirstSeen(
                                                rows.getLong("epoch"),
                                                rows.getString("node"),
                                                Deed.valueOf(rows.getString("deed")),
                                                Instant.ofEpochMilli(rows.getLong("at")),
                                                rows.getLong("height")));
                            }
                        }
                        return all;
                    }
                });
    }

    private static void keepBalances(Connection connection, List<Balance> balances)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT OR IGNORE INTO balance (era, account, at, height, amount) SELECT "
                                + Eras.VALUE
                                + ", ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM (SELECT at,"
                                + " amount FROM balance WHERE account = ?1 AND "
                                + Eras.NOW
                                + " ORDER BY at DESC LIMIT 1) WHERE amount = ?4 AND at > ?2 - "
                                + UNCHANGED.toMillis()
                                + ")")) {
            for (Balance each : balances) {
                statement.setString(1, each.account());
                statement.setLong(2, each.at().toEpochMilli());
                statement.setLong(3, each.height());
                statement.setLong(4, each.amount().movePointRight(SCALE).longValueExact());
                statement.executeUpdate();
            }
        }
    }

    private static void keepKeys(Connection connection, List<KeyUse> keys) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT OR IGNORE INTO key_use (era, account, key_index, sequence, at,"
                                + " height) VALUES ("
                                + Eras.VALUE
                                + ", ?, ?, ?, ?, ?)")) {
            for (KeyUse each : keys) {
                statement.setString(1, each.account());
                statement.setInt(2, each.keyIndex());
                statement.setLong(3, each.sequence());
                statement.setLong(4, each.at().toEpochMilli());
                statement.setLong(5, each.height());
                statement.executeUpdate();
            }
        }
    }

    private static void keepDeeds(Connection connection, List<FirstSeen> deeds)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT OR IGNORE INTO first_seen (era, epoch, node, deed, at, height)"
                                + " VALUES ("
                                + Eras.VALUE
                                + ", ?, ?, ?, ?, ?)")) {
            for (FirstSeen each : deeds) {
                statement.setLong(1, each.epoch());
                statement.setString(2, each.nodeId());
                statement.setString(3, each.deed().name());
                statement.setLong(4, each.at().toEpochMilli());
                statement.setLong(5, each.height());
                statement.executeUpdate();
            }
        }
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                row.getString("account"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("height"),
                BigDecimal.valueOf(row.getLong("amount"), SCALE));
    }

    private static KeyUse keyUse(ResultSet row) throws SQLException {
        return new KeyUse(
                row.getString("account"),
                row.getInt("key_index"),
                row.getLong("sequence"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("height"));
    }
}
