package io.epochdesk.epoch;

import io.epochdesk.cadence.Shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an {@code EpochSetup} says of the epoch it announces, or an {@code EpochRecover} of the one
 * it starts: its nodes, its clusters, its views and the deadlines of the DKG that will run
 * <em>in</em> it.
 *
 * @param counter the epoch's counter
 * @param firstView its first view
 * @param finalView its last view
 * @param nodes all nodes that take part in it
 * @param clusters the collector clusters, by index
 * @param deadlines of the DKG in this epoch, which makes the next epoch's keys
 * @param recovery whether an {@code EpochRecover} said it
 */
public record EpochAnnouncement(
        long counter,
        long firstView,
        long finalView,
        List<EpochNode> nodes,
        List<AssignedCluster> clusters,
        DkgDeadlines deadlines,
        boolean recovery) {

    public EpochAnnouncement {
        nodes = List.copyOf(nodes);
        clusters = List.copyOf(clusters);
    }

    /**
     * Reads an {@code EpochSetup} or {@code EpochRecover} event.
     *
     * @throws io.epochdesk.fault.FaultException when the event is not one the contract can emit
     */
    public static EpochAnnouncement read(Shape event) {
        List<EpochNode> nodes = event.field("nodeInfo").list(EpochNode::read);
        if (nodes.stream().map(EpochNode::id).distinct().count() != nodes.size()) {
            throw event.field("nodeInfo").unexpected("each node once", "one of them twice");
        }
        Optional<Shape> assignments = event.fieldIfAny("clusterAssignments");
        List<AssignedCluster> clusters =
                assignments
                        .map(shape -> assigned(shape, nodes))
                        .orElseGet(
                                () -> event.field("collectorClusters").list(AssignedCluster::read));
        return new EpochAnnouncement(
                event.field("counter").asUInt64(),
                event.field("firstView").asUInt64(),
                event.field("finalView").asUInt64(),
                nodes,
                clusters,
                deadlines(event),
                assignments.isPresent());
    }

    /** The deadlines alone, from an event of either kind. */
    static DkgDeadlines deadlines(Shape event) {
        long phase1 = event.field("DKGPhase1FinalView").asUInt64();
        long phase2 = event.field("DKGPhase2FinalView").asUInt64();
        long phase3 = event.field("DKGPhase3FinalView").asUInt64();
        if (phase1 > phase2 || phase2 > phase3 || phase3 > EpochAnswer.MAX_VIEW) {
            throw event.unexpected(
                    "deadlines in order, at most 2^60", phase1 + ", " + phase2 + ", " + phase3);
        }
        return new DkgDeadlines(phase1, phase2, phase3, DkgDeadlines.Origin.EVENT);
    }

    private static List<AssignedCluster> assigned(Shape assignments, List<EpochNode> nodes) {
        Map<String, EpochNode> byId =
                nodes.stream().collect(Collectors.toMap(EpochNode::id, Function.identity()));
        List<List<String>> members = assignments.list(each -> each.list(Shape::asString));
        return IntStream.range(0, members.size())
                .mapToObj(index -> AssignedCluster.of(index, members.get(index), byId))
                .toList();
    }

    /** The members of the DKG that makes this epoch's keys, in the protocol's canonical order. */
    public List<String> canonicalCommittee() {
        return nodes.stream().filter(EpochNode::isConsensus).map(EpochNode::id).sorted().toList();
    }
}
