package io.epochdesk.history;

import io.epochdesk.fault.Fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The history of one network. Reading and writing block; every method throws {@link
 * io.epochdesk.fault.FaultException} with a {@link io.epochdesk.fault.HistoryFault} when the disk
 * does not do as asked, and has changed nothing then.
 *
 * <p>What was observed on a chain belongs to an era: when another history is found under the same
 * identity (an emulator started again), {@link Eras#begin} hides what was seen before without
 * losing it. Own nodes outlive eras.
 */
public final class HistoryStore implements AutoCloseable {

    private static final String FOLDER = "history";

    private final HistoryFile file;

    private HistoryStore(HistoryFile file) {
        this.file = file;
    }

    /**
     * Opens the history of a network, making it when there is none. A file that is damaged is put
     * aside under another name and a new one begun: {@link #setAside()} tells.
     *
     * @param data the console's data folder; files are kept in its folder {@code history}
     * @throws io.epochdesk.fault.FaultException when there is no writing there, a newer console
     *     wrote the file, or another console holds a damaged one open
     */
    public static HistoryStore open(Path data, HistoryName name, InstantSource clock) {
        return new HistoryStore(HistoryFile.open(data.resolve(FOLDER), name.file(), clock));
    }

    /** Whether something is kept of a network. */
    public static boolean isThere(Path data, HistoryName name) {
        return Files.exists(data.resolve(FOLDER).resolve(name.file()));
    }

    /** What was found damaged and put aside when this was opened. */
    public Optional<Fault> setAside() {
        return Optional.ofNullable(file.setAside());
    }

    /** Where it is kept. */
    public Path path() {
        return file.path();
    }

    /** Which history of the chain is being written. */
    public Eras eras() {
        return new Eras(file);
    }

    /** The operator's nodes. */
    public OwnNodes ownNodes() {
        return new OwnNodes(file);
    }

    /** Balances, key uses, and when something was first seen. */
    public Observations observations() {
        return new Observations(file);
    }

    /** What the console did. */
    public Activities activities() {
        return new Activities(file);
    }

    /** Guided flows that were begun. */
    public Drafts drafts() {
        return new Drafts(file);
    }

    /** What the operator was notified of. */
    public Notices notices() {
        return new Notices(file);
    }

    /** Closes the file; what was written lasts. Closing twice is harmless. */
    @Override
    public void close() {
        file.close();
    }
}
