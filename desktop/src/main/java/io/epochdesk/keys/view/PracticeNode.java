package io.epochdesk.keys.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A node to practise with in a rehearsal, whose bootstrap folder is made when it is asked for. Its
 * keys protect nothing.
 *
 * @param nodeId 64 hex digits
 * @param roleName such as collection
 * @param purpose what there is to practise with it
 * @param folder writes its bootstrap folder
 * @param vote signs a vote for a message, both in hex, as the node itself would
 */
public record PracticeNode(
        String nodeId,
        String roleName,
        Purpose purpose,
        FolderWriter folder,
        UnaryOperator<String> vote) {

    /** What there is to practise. */
    public enum Purpose {
        /** It can be registered. */
        REGISTER,
        /** It is registered and lacks its machine account. */
        MACHINE_ACCOUNT,
        /** It is in no staking collection: its Voter or Participant can be claimed. */
        CLAIM,
        /** It is the operator's from the beginning, with its machine account. */
        OWN
    }

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
