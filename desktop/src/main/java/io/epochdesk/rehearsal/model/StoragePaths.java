package io.epochdesk.rehearsal.model;

/** Identifiers of the storage paths the contracts name. */
public final class StoragePaths {

    /** {@code FlowIDTableStaking.NodeStakerStoragePath}. */
    public static final String STAKER = "flowStaker";

    /** {@code FlowClusterQC.VoterStoragePath}. */
    public static final String VOTER = "flowEpochsQCVoter";

    /** {@code FlowDKG.ParticipantStoragePath}. */
    public static final String PARTICIPANT = "flowEpochsDKGParticipant";

    /** {@code FlowStakingCollection.StakingCollectionStoragePath}. */
    public static final String COLLECTION = "stakingCollection";

    /** Where an account keeps its FLOW. */
    public static final String VAULT = "flowTokenVault";

    private StoragePaths() {}
}
