package io.epochdesk.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What the operator was notified of, so that neither a restart nor a second console says it again
 * too soon.
 */
public final class Notices {

    private final HistoryFile file;

    Notices(HistoryFile file) {
        this.file = file;
    }

    /**
     * Claims the right to notify of a subject: whoever is answered true is to do it, nobody else
     * until it was resolved and the time to be quiet is over.
     *
     * @param subject what it is about, a stable text
     * @param quiet how long after a notification the subject is not worth another
     */
    public boolean claim(String subject, Instant now, Duration quiet) {
        return file.write(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "INSERT INTO notice (era, subject, notified) VALUES ("
                                            + Eras.VALUE
                                            + ", ?1, ?2) ON CONFLICT (era, subject) DO UPDATE SET"
                                            + " notified = ?2, resolved = NULL WHERE resolved IS"
                                            + " NOT NULL AND (notified <= ?2 - ?3 OR"
                                            + " notified > ?2)")) {
                        // a clock that went back would otherwise silence the subject for long
                        statement.setString(1, subject);
                        statement.setLong(2, now.toEpochMilli());
                        statement.setLong(3, quiet.toMillis());
                        return statement.executeUpdate() > 0;
                    }
                });
    }

    /** The subjects notified of and not resolved since. */
    public Set<String> open() {
        return file.read(
                connection -> {
                    try (PreparedStatement statement =
                                    connection.prepareStatement(
                                            "SELECT subject FROM notice WHERE resolved IS NULL AND "
                                                    + Eras.NOW);
                            ResultSet rows = statement.executeQuery()) {
                        Set<String> all = new HashSet<>();
                        while (rows.next()) {
                            all.add(rows.getString("subject"));
                        }
                        return all;
                    }
                });
    }

    /** Claims the right to tell that a subject is resolved; true for one caller only. */
    public boolean resolve(String subject, Instant now) {
        return file.write(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "UPDATE notice SET resolved = ? WHERE subject = ? AND"
                                            + " resolved IS NULL AND "
                                            + Eras.NOW)) {
                        statement.setLong(1, now.toEpochMilli());
                        statement.setString(2, subject);
                        return statement.executeUpdate() > 0;
                    }
                });
    }
}
