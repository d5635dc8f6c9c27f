package io.epochdesk.bls;

/**
 * A message of the board that changes nothing, and why.
 *
 * @param position place on the board
 * @param sender index of the sender, or -1 when it is not in the committee
 * @param kind why it is ignored
 */
public record BoardWarning(int position, int sender, Kind kind) {

    /** Why messages are ignored. */
    public enum Kind {
        /** Not the JSON that nodes write; flow-go's nodes cannot read on past such a message. */
        UNREADABLE,
        /** Of another run: replayed, or from a node stuck in another epoch. */
        WRONG_INSTANCE,
        /** Sent by nobody of the committee. */
        UNKNOWN_SENDER,
        /** Not signed by the sender's staking key. */
        BAD_SIGNATURE,
        /** A vector, complaint or answer that came before. */
        REPEATED,
        /**
         * A vector after the first phase, a complaint after the second, anything after the third.
         */
        LATE,
        /** A complaint about the sender itself. */
        SELF_COMPLAINT,
        /** By, or about, a dealer that is out already. */
        AFTER_DISQUALIFICATION
    }
}
