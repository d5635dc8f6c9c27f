package io.epochdesk.rehearsal.play;

import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.Program;
import io.epochdesk.rehearsal.model.Cluster;
import io.epochdesk.rehearsal.model.EpochPhase;
import io.epochdesk.rehearsal.model.World;

import java.util.HexFormat;
import java.util.List;

/**
 * The collection nodes' part of a setup: each votes once for the root block of its cluster, most
 * within minutes. A node whose vote failed tries again, ever more seldom (flow-go {@code
 * module/epochs/qc_voter.go}).
 */
final class Voting {

    private static final Program VOTE = Program.shipped("registration", "submit_vote");

    /** Views within which those vote who vote in time: some 16 minutes. */
    private static final int SPREAD = 1_200;

    private static final int FIRST = 4;

    /**
     * Views before a failed vote is tried again for the first time: a minute. A real node begins
     * with a second, within which nothing that it failed by is mended.
     */
    private static final int RETRY = 75;

    /** Views between two tries at most: ten minutes, as in flow-go. */
    private static final int RETRY_MOST = 10 * RETRY;

    private static final int ROOT_BLOCK_DIGITS = 64;

    private final Seed seed;
    private final Scenario scenario;
    private final Cast cast;
    private final Actor actor;
    private final Agenda agenda;

    Voting(Seed seed, Scenario scenario, Cast cast, Actor actor, Agenda agenda) {
        this.seed = seed;
        this.scenario = scenario;
        this.cast = cast;
        this.actor = actor;
        this.agenda = agenda;
    }

    /**
     * Plans the votes of a setup.
     *
     * @param counter the epoch voted for
     * @param view of the block the setup began in
     * @param afterDkg view by which the DKG is long over
     * @param troubled whether the scenario's trouble happens in this epoch
     */
    void plan(long counter, long view, long afterDkg, boolean troubled, List<Cluster> clusters) {
        for (Cluster cluster : clusters) {
            int index = cluster.index();
            List<String> members = cluster.nodeWeights().keys();
            for (int place = 0; place < members.size(); place++) {
                CastNode node = cast.node(members.get(place));
                boolean half = place < (members.size() + 1) / 2;
                if (node == null
                        || (troubled && half && index < scenario.silentClusters())
                        || (troubled && isOwn(node) && scenario.ownAbsent())) {
                    continue;
                }
                boolean other = troubled && half && index < scenario.splitClusters();
                boolean late = troubled && index < scenario.lateClusters();
                double lag = seed.fraction("vote/" + counter + "/" + node.id());
                long begin = late ? afterDkg : view + FIRST;
                vote(
                        new Ballot(node, index, message(counter, index, other)),
                        begin + (long) (SPREAD * lag * lag),
                        RETRY);
            }
        }
    }

    private boolean isOwn(CastNode node) {
        CastNode own = cast.own();
        return own != null && own.id().equals(node.id());
    }

    /** View and ID of a root block, as HotStuff's vote message has them. */
    private String message(long counter, int cluster, boolean other) {
        return "0".repeat(16)
                + seed.hex("root/" + counter + "/" + cluster + "/" + other, ROOT_BLOCK_DIGITS);
    }

    /** A node's vote for the root block of its cluster. */
    private record Ballot(CastNode node, int cluster, String message) {}

    private void vote(Ballot ballot, long view, int pause) {
        agenda.at(
                view,
                () -> {
                    if (isOpen(ballot)) {
                        actor.send(
                                ballot.node(),
                                VOTE,
                                CadenceValues.string(signature(ballot.node(), ballot.message())),
                                CadenceValues.string(ballot.message()));
                        vote(ballot, view + pause, Math.min(2 * pause, RETRY_MOST));
                    }
                });
    }

    /** Whether a vote can still be cast, and was not. */
    private boolean isOpen(Ballot ballot) {
        World world = actor.world();
        return world.epoch().phase() == EpochPhase.EPOCH_SETUP
                && !world.quorum()
                        .clusters()
                        .get(ballot.cluster())
                        .votes()
                        .containsKey(ballot.node().id());
    }

    private static String signature(CastNode node, String message) {
        if (node.isSynthetic()) {
            return node.madeUpSignature("vote/" + message);
        }
        try (BlsSecretKey key = node.stakingKey()) {
            return key.sign(HexFormat.of().parseHex(message), DomainTag.COLLECTOR_VOTE).toString();
        }
    }
}
