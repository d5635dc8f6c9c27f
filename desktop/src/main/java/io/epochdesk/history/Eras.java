package io.epochdesk.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;

/** Which history of the chain is being written: what was observed in another is not shown. */
public final class Eras {

    private final HistoryFile file;

    Eras(HistoryFile file) {
        this.file = file;
    }

    /**
     * A block of the chain by which it is known again.
     *
     * @param height its height
     * @param blockId 64 hex digits
     */
    public record Anchor(long height, String blockId) {}

    /** The newest anchor of this era; empty in one that has none yet. */
    public Optional<Anchor> anchor() {
        return file.read(
                connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet found =
                                    statement.executeQuery(
                                            "SELECT height, block FROM era ORDER BY number DESC"
                                                    + " LIMIT 1")) {
                        String block = found.getString("block");
                        return block == null
                                ? Optional.empty()
                                : Optional.of(new Anchor(found.getLong("height"), block));
                    }
                });
    }

    /** Keeps a sealed block to know the chain by. */
    public void anchor(Anchor anchor) {
        file.write(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "UPDATE era SET height = ?, block = ? WHERE number ="
                                            + " (SELECT max(number) FROM era)")) {
                        statement.setLong(1, anchor.height());
                        statement.setString(2, anchor.blockId());
                        return statement.executeUpdate();
                    }
                });
    }

    /** Begins an era: what was observed until now stays in the file and is not shown any more. */
    public void begin() {
        long now = file.clock().instant().toEpochMilli();
        file.write(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "INSERT INTO era (number, began) SELECT max(number) + 1, ?"
                                            + " FROM era")) {
                        statement.setLong(1, now);
                        return statement.executeUpdate();
                    }
                });
    }

    /** The condition that a row belongs to the present era. */
    static final String NOW = "era = (SELECT max(number) FROM era)";

    /** The present era as a value. */
    static final String VALUE = "(SELECT max(number) FROM era)";
}
