package io.epochdesk.staking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles of nodes, with the numbers FlowIDTableStaking gives them. */
public enum NodeRole {
    COLLECTION(1),
    CONSENSUS(2),
    EXECUTION(3),
    VERIFICATION(4),
    ACCESS(5);

    private final int number;

    NodeRole(int number) {
        this.number = number;
    }

    /** 1 to 5. */
    public int number() {
        return number;
    }

    /**
     * Whether nodes of this role have a machine account: only those that vote or take part in the
     * DKG do (FlowStakingCollection, {@code registerMachineAccount}).
     */
    public boolean hasMachineAccount() {
        return this == COLLECTION || this == CONSENSUS;
    }

    /** The role of a number; empty when there is none. */
    public static Optional<NodeRole> of(int number) {
        return Arrays.stream(values()).filter(role -> role.number == number).findFirst();
    }

    /** The role as the node software's files write it, in any case; empty when there is none. */
    public static Optional<NodeRole> named(String text) {
        String wanted = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(role -> role.name().equals(wanted)).findFirst();
    }
}
