package io.epochdesk.emulator;

import io.epochdesk.emulator.FixtureNode.Role;

import java.util.List;

/**
 * One scenario: a fresh chain with registered nodes, the driver that acts on it, and the consoles
 * that watch. Every {@link #check(String)} compares all consoles with the contracts.
 */
final class EpochStory implements AutoCloseable {

    /** The message every honest collection node votes for. */
    static final String MESSAGE = FixtureNode.voteMessages().get(0);

    /** Another valid message. */
    static final String OTHER_MESSAGE = FixtureNode.voteMessages().get(1);

    private final EmulatorProcess emulator;
    private final EpochDriver driver;

    private EpochStory(EmulatorProcess emulator, EpochDriver driver) {
        this.emulator = emulator;
        this.driver = driver;
    }

    /**
     * A fresh chain in its first auction, with this many collection and consensus nodes and
     * clusters.
     */
    static EpochStory with(int collectors, int consensus, int clusters) {
        EmulatorProcess emulator = EmulatorProcess.start();
        return new EpochStory(
                emulator, new EpochDriver(emulator).register(collectors, consensus, clusters));
    }

    EpochDriver driver() {
        return driver;
    }

    /** Compares everything every console shows with what the contracts answer now. */
    ContractTruth check(String moment) {
        return driver.truth();
    }

    /** The members of a cluster as the contract drew them. */
    List<FixtureNode> cluster(int index) {
        ContractTruth.Cluster cluster = driver.truth().clusters().get(index);
        return driver.nodes(Role.COLLECTION).stream()
                .filter(node -> cluster.nodeWeights().containsKey(node.id()))
                .toList();
    }

    /** Every collection node votes for the same message. */
    void everybodyVotes() {
        driver.nodes(Role.COLLECTION).forEach(node -> driver.vote(node, MESSAGE));
    }

    /** Every consensus node submits the result of the transcript. */
    void everybodySubmits(Transcript transcript) {
        transcript.results().keySet().forEach(id -> driver.submit(id, transcript));
    }

    /** From the auction through a whole happy epoch into the next auction. */
    void wholeEpoch() {
        driver.endAuction();
        everybodyVotes();
        everybodySubmits(Transcript.happy());
        driver.commit();
        driver.endEpoch();
    }

    @Override
    public void close() {
        driver.close();
        emulator.close();
    }
}
