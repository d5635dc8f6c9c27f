package io.epochdesk.keys.view;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A node to practise with in a rehearsal, whose bootstrap folder is made when it is asked for. Its
 * keys protect nothing.
 *
 * @param nodeId 64 hex digits
 * @param roleName such as collection
 * @param folder writes its bootstrap folder
 */
public record PracticeNode(String nodeId, String roleName, FolderWriter folder) {

    /** Writes a bootstrap folder. */
    @FunctionalInterface
    public interface FolderWriter {
        /**
         * Writes it.
         *
         * @param directory where; made when it is not there
         * @throws IOException when it cannot be written
         */
        void write(Path directory) throws IOException;
    }
}
