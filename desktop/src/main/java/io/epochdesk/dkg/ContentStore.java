package io.epochdesk.dkg;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.InternalFault;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the contents of whiteboard messages: up to a limit in memory, the rest in one temporary
 * file that only the owner can read and that is gone when the store is closed. One thread at a time
 * adds; any thread reads.
 */
final class ContentStore implements AutoCloseable {

    /** 32 MiB: more than any network's whiteboard so far needs. */
    static final long MEMORY_LIMIT = 32L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(ContentStore.class);
    private static final int CHUNK = 1 << 20;

    private final Path folder;
    private final long memoryLimit;
    private final GrowingLog<Place> places = new GrowingLog<>();
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private long inMemory;
    private long inFile;
    private volatile @Nullable SpillFile file;
    private volatile boolean closed;
    private @Nullable Fault trouble;

    ContentStore(Path folder, long memoryLimit) {
        this.folder = folder;
        this.memoryLimit = memoryLimit;
    }

    /**
     * Keeps one more content, in UTF-8. When it can be kept nowhere it is left out and {@link
     * #trouble()} says why.
     */
    void add(byte[] content) {
        places.append(
                inMemory + content.length <= memoryLimit ? inMemory(content) : inFile(content));
    }

    /** Gives the next position to a content that is not to be had. */
    void addNothing() {
        places.append(Place.NOWHERE);
    }

    /** Why the newest content could not be kept, while that is so. */
    Optional<Fault> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Reads the contents added so far, by the order of adding. */
    Whiteboard.Contents contents() {
        List<Place> known = places.snapshot();
        return position ->
                position < 0 || position >= known.size() ? null : read(known.get(position));
    }

    /** Bytes that went to the temporary file. */
    long spilled() {
        return inFile;
    }

    @Override
    public void close() {
        closed = true;
        chunk = ByteBuffer.allocate(0);
        SpillFile open = file;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("closing the temporary file of whiteboard contents", e);
            }
        }
    }

    private Place inMemory(byte[] content) {
        if (content.length > chunk.remaining()) {
            chunk = ByteBuffer.allocate(Math.max(CHUNK, content.length));
        }
        Place place = new Place(chunk, chunk.position(), content.length);
        chunk.put(content);
        inMemory += content.length;
        return place;
    }

    private Place inFile(byte[] content) {
        try {
            SpillFile open = openFile();
            long begin = open.append(content);
            inFile += content.length;
            trouble = null;
            return new Place(null, begin, content.length);
        } catch (IOException e) {
            if (trouble == null) {
                LOG.warn("whiteboard contents cannot be kept in {}", folder, e);
            }
            trouble =
                    new InternalFault(
                            InternalFault.Kind.TEMPORARY_FILE,
                            Fault.facts(
                                    "folder",
                                    folder.toString(),
                                    "reason",
                                    String.valueOf(e.getMessage())),
                            e.toString());
            return Place.NOWHERE;
        }
    }

    private SpillFile openFile() throws IOException {
        SpillFile open = file;
        if (open == null) {
            open = SpillFile.in(folder);
            file = open;
        }
        return open;
    }

    private @Nullable String read(Place place) {
        ByteBuffer bytes = place.chunk();
        if (bytes != null) {
            byte[] content = new byte[place.length()];
            bytes.get((int) place.offset(), content);
            return new String(content, StandardCharsets.UTF_8);
        }
        SpillFile open = file;
        if (open == null || closed || place.length() < 0) {
            return null;
        }
        try {
            return new String(open.read(place.offset(), place.length()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.debug("reading a whiteboard content back", e);
            return null;
        }
    }

    /**
     * Where a content is: in a chunk of memory, in the file (no chunk), or nowhere (negative
     * length).
     */
    private record Place(@Nullable ByteBuffer chunk, long offset, int length) {
        static final Place NOWHERE = new Place(null, -1, -1);
    }
}
