package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Flag;

import java.util.List;
import java.util.Set;

/**
 * What one node has put on the whiteboard. Messages of another DKG instance count in {@code
 * messages} and {@code flags} only, because the nodes of this DKG ignore them; their vectors are
 * counted apart.
 *
 * @param nodeId the sender
 * @param messages all its messages
 * @param vectors verification vectors of this DKG instance
 * @param foreignVectors verification vectors of another instance
 * @param firstVectorFits whether the first vector of this instance has the expected size; false
 *     while there is none
 * @param complaintsMade indexes of the dealers it complained about, ascending, each once
 * @param answersGiven indexes of the complainers it answered, ascending, each once
 * @param flags everything that was wrong or unusual with any of its messages
 */
public record SenderTally(
        String nodeId,
        int messages,
        int vectors,
        int foreignVectors,
        boolean firstVectorFits,
        List<Integer> complaintsMade,
        List<Integer> answersGiven,
        Set<Flag> flags) {

    public SenderTally {
        complaintsMade = List.copyOf(complaintsMade);
        answersGiven = List.copyOf(answersGiven);
        flags = Set.copyOf(flags);
    }

    /** A node that has posted nothing. */
    public static SenderTally silent(String nodeId) {
        return new SenderTally(nodeId, 0, 0, 0, false, List.of(), List.of(), Set.of());
    }
}
