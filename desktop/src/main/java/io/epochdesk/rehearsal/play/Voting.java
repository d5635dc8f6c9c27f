package io.epochdesk.rehearsal.play;

import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.Program;
import io.epochdesk.rehearsal.model.Cluster;

import java.util.HexFormat;
import java.util.List;

/**
 * The collection nodes' part of a setup: each votes once for the root block of its cluster, most
 * within minutes.
 */
final class Voting {

    private static final Program VOTE = Program.shipped("registration", "submit_vote");

    /** Views within which those vote who vote in time: some 16 minutes. */
    private static final int SPREAD = 1_200;

    private static final int FIRST = 4;
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
                agenda.at(
                        begin + (long) (SPREAD * lag * lag),
                        () -> vote(node, message(counter, index, other)));
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

    private void vote(CastNode node, String message) {
        actor.send(
                node,
                VOTE,
                CadenceValues.string(signature(node, message)),
                CadenceValues.string(message));
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
