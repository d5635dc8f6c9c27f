package io.epochdesk.history;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.HistoryFault;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;

/** The open database: one connection, one thread at a time, and words for what goes wrong. */
final class HistoryFile implements AutoCloseable {

    /** How long a write waits for another console's: their transactions take milliseconds. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final int CORRUPT = 11;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path path;
    private final InstantSource clock;
    private final InUse inUse;
    private final Connection connection;
    private final @Nullable Fault setAside;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    private HistoryFile(
            Path path,
            InstantSource clock,
            InUse inUse,
            Connection connection,
            @Nullable Fault setAside) {
        this.path = path;
        this.clock = clock;
        this.inUse = inUse;
        this.connection = connection;
        this.setAside = setAside;
    }

    /** Work on the database. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    static HistoryFile open(Path folder, String name, InstantSource clock) {
        Path path = folder.resolve(name);
        try {
            OwnerOnly.folder(folder);
            // the driver unpacks its native library there instead of a folder that others may write
            Path natives = folder.resolve("driver");
            OwnerOnly.folder(natives);
            System.setProperty("org.sqlite.tmpdir", natives.toString());
            OwnerOnly.file(path);
            return open(path, clock);
        } catch (IOException e) {
            throw fault(path, e);
        }
    }

    private static HistoryFile open(Path path, InstantSource clock) throws IOException {
        InUse inUse = InUse.by(path);
        try {
            return new HistoryFile(path, clock, inUse, connect(path), null);
        } catch (SQLException e) {
            FaultException told = fault(path, e);
            if (kind(e) != HistoryFault.Kind.DAMAGED) {
                inUse.close();
                throw told;
            }
            return begunAnew(path, clock, inUse, told);
        }
    }

    private static HistoryFile begunAnew(
            Path path, InstantSource clock, InUse inUse, FaultException damaged)
            throws IOException {
        String aside =
                path.getFileName().toString().replace(".db", "")
                        + ".damaged-"
                        + STAMP.format(clock.instant())
                        + ".db";
        try {
            if (!inUse.alone()) {
                throw HistoryFault.of(
                        HistoryFault.Kind.DAMAGED_IN_USE,
                        damaged.fault().detail(),
                        "file",
                        path.toString());
            }
            OwnerOnly.rename(path, path.resolveSibling(aside));
            OwnerOnly.file(path);
            Fault told =
                    new HistoryFault(
                            HistoryFault.Kind.SET_ASIDE,
                            Fault.facts("file", path.toString(), "aside", aside),
                            damaged.fault().detail());
            HistoryFile fresh = new HistoryFile(path, clock, inUse, connect(path), told);
            inUse.share();
            return fresh;
        } catch (SQLException e) {
            inUse.close();
            throw fault(path, e);
        } catch (IOException | FaultException e) {
            inUse.close();
            throw e;
        }
    }

    private static Connection connect(Path path) throws SQLException {
        Properties pragmas = new Properties();
        pragmas.setProperty("busy_timeout", Integer.toString(PATIENCE_MILLIS));
        pragmas.setProperty("synchronous", "NORMAL");
        // as a URI, so that a folder may have any sign in its name
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.toUri(), pragmas);
        try {
            int version = Schema.version(connection);
            if (version > Schema.newest()) {
                throw HistoryFault.of(
                        HistoryFault.Kind.NEWER_SCHEMA,
                        "",
                        "file",
                        path.toString(),
                        "version",
                        Integer.toString(version));
            }
            check(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
            }
            Schema.bringUp(connection);
            return connection;
        } catch (SQLException | FaultException e) {
            connection.close();
            throw e;
        }
    }

    private static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = answer.getString(1);
            if (!found.equals("ok")) {
                throw new SQLException(found, null, CORRUPT);
            }
        }
    }

    Path path() {
        return path;
    }

    @Nullable Fault setAside() {
        return setAside;
    }

    InstantSource clock() {
        return clock;
    }

    /** Reads. */
    <T> T read(Work<T> work) {
        lock.lock();
        try {
            requireOpen();
            return work.on(connection);
        } catch (SQLException e) {
            throw fault(path, e);
        } finally {
            lock.unlock();
        }
    }

    /** Writes all of it or nothing; no other console writes meanwhile. */
    <T> T write(Work<T> work) {
        lock.lock();
        try {
            requireOpen();
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                try {
                    T result = work.on(connection);
                    statement.execute("COMMIT");
                    return result;
                } catch (SQLException | RuntimeException e) {
                    rollBack(statement);
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw fault(path, e);
        } finally {
            lock.unlock();
        }
    }

    /** On a full disk SQLite has rolled back by itself, and says so by refusing. */
    private static void rollBack(Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException _) {
            // there is no transaction any more, which is what was wanted
        }
    }

    private void requireOpen() {
        if (closed) {
            throw HistoryFault.of(HistoryFault.Kind.CLOSED, "", "file", path.toString());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                connection.close();
                inUse.close();
            }
        } catch (SQLException | IOException e) {
            throw e instanceof SQLException sql ? fault(path, sql) : fault(path, (IOException) e);
        } finally {
            lock.unlock();
        }
    }

    private static FaultException fault(Path path, IOException e) {
        return HistoryFault.of(
                HistoryFault.Kind.NOT_OPENED,
                e.toString(),
                "file",
                path.toString(),
                "reason",
                e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    private static FaultException fault(Path path, SQLException e) {
        String reason = String.valueOf(e.getMessage());
        return HistoryFault.of(kind(e), e.toString(), "file", path.toString(), "reason", reason);
    }

    /** By SQLite's primary result codes (sqlite.org/rescode.html), which the driver hands on. */
    private static HistoryFault.Kind kind(SQLException e) {
        return switch (e.getErrorCode()) {
            case CORRUPT, 26 -> HistoryFault.Kind.DAMAGED;
            case 13 -> HistoryFault.Kind.DISK_FULL;
            case 3, 8 -> HistoryFault.Kind.READ_ONLY;
            case 5, 6 -> HistoryFault.Kind.BUSY;
            case 14, 23 -> HistoryFault.Kind.NOT_OPENED;
            default -> HistoryFault.Kind.DISK_FAILED;
        };
    }
}
