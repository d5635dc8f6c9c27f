package io.epochdesk.fleet;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.Finding;
import io.epochdesk.doctor.Verdict;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Fallback;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fleet.Need.Kind;
import io.epochdesk.history.Observations.Deed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of the own nodes and the network needs the operator, and what does no longer. */
final class NeedRules {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    /** How many of the nodes that are not fit are named. */
    private static final int NAMED = 5;

    private final BoardSnapshot board;
    private final List<FleetNode> nodes;
    private final Instant now;

    NeedRules(BoardSnapshot board, List<FleetNode> nodes, Instant now) {
        this.board = board;
        this.nodes = nodes;
        this.now = now;
    }

    /** What needs the operator, the gravest first. */
    List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        EpochState epoch = board.epoch().value().orElse(null);
        long upcoming = epoch == null ? 0 : epoch.upcomingCounter();
        for (FleetNode node : nodes) {
            node.duties().forEach(duty -> late(node, duty).ifPresent(needs::add));
            if (node.verdict() == Verdict.UNFIT) {
                needs.add(unfit(node));
            }
        }
        if (epoch != null && epoch.phase() == EpochPhase.STAKING_AUCTION) {
            setup(upcoming).ifPresent(needs::add);
        }
        Fallback fallback = fallback();
        if (fallback == Fallback.SUSPECTED || fallback == Fallback.NEARLY_CERTAIN) {
            needs.add(
                    new Need(
                            Kind.FALLBACK,
                            upcoming,
                            "",
                            Map.of("certainty", fallback.name()),
                            null));
        }
        needs.sort(Comparator.comparing(Need::kind));
        return needs;
    }

    /** How a need stands that is none any more. */
    NeedOutcome outcome(Need before) {
        if (board.epoch().last() == null || board.epoch().trouble() != null) {
            return NeedOutcome.UNKNOWN;
        }
        if (!before.nodeId().isEmpty() && node(before.nodeId()).isEmpty()) {
            return NeedOutcome.SILENT;
        }
        return switch (before.kind()) {
            case VOTE_LATE -> duty(before, Deed.VOTE);
            case MESSAGE_LATE -> duty(before, Deed.MESSAGE);
            case SUBMISSION_LATE -> duty(before, Deed.SUBMISSION);
            case UNFIT ->
                    node(before.nodeId())
                            .map(FleetNode::verdict)
                            .filter(verdict -> verdict != Verdict.UNKNOWN)
                            .map(_ -> NeedOutcome.WELL)
                            .orElse(NeedOutcome.UNKNOWN);
            case SETUP_WITHIN_DAY, SETUP_WITHIN_HOUR -> setupOutcome(before);
            case FALLBACK -> fallback() == Fallback.NONE ? NeedOutcome.WELL : NeedOutcome.OVER;
        };
    }

    private NeedOutcome setupOutcome(Need before) {
        boolean replaced = needs().stream().anyMatch(need -> need.kind() == Kind.SETUP_WITHIN_HOUR);
        if (before.kind() == Kind.SETUP_WITHIN_DAY && replaced) {
            return NeedOutcome.SILENT;
        }
        if (isFit()) {
            return NeedOutcome.WELL;
        }
        EpochState epoch = board.epoch().value().orElseThrow();
        boolean waiting =
                epoch.phase() == EpochPhase.STAKING_AUCTION
                        && epoch.upcomingCounter() == before.epoch();
        return waiting ? NeedOutcome.UNKNOWN : NeedOutcome.OVER;
    }

    private NeedOutcome duty(Need before, Deed deed) {
        Optional<Duty> duty =
                node(before.nodeId()).stream()
                        .flatMap(node -> node.duties().stream())
                        .filter(each -> each.epoch() == before.epoch() && each.deed() == deed)
                        .findFirst();
        if (duty.isPresent()) {
            return switch (duty.get().state()) {
                case DONE -> NeedOutcome.WELL;
                case MISSED -> NeedOutcome.OVER;
                case AHEAD, OPEN, LATE -> NeedOutcome.UNKNOWN;
            };
        }
        EpochState epoch = board.epoch().value().orElseThrow();
        boolean still =
                epoch.upcomingCounter() == before.epoch()
                        && epoch.phase() == EpochPhase.EPOCH_SETUP;
        return still ? NeedOutcome.UNKNOWN : NeedOutcome.OVER;
    }

    private Optional<Need> late(FleetNode node, Duty duty) {
        boolean setup =
                board.epoch()
                        .value()
                        .map(epoch -> epoch.phase() == EpochPhase.EPOCH_SETUP)
                        .orElse(false);
        boolean missed = duty.state() == Duty.State.MISSED;
        if (duty.state() != Duty.State.LATE && !(missed && setup)) {
            return Optional.empty();
        }
        Kind kind =
                switch (duty.deed()) {
                    case VOTE -> Kind.VOTE_LATE;
                    case MESSAGE -> Kind.MESSAGE_LATE;
                    case SUBMISSION -> Kind.SUBMISSION_LATE;
                };
        return Optional.of(
                new Need(
                        kind,
                        duty.epoch(),
                        node.nodeId(),
                        Map.of(
                                "node",
                                node.label(),
                                "done",
                                String.valueOf(duty.othersDone()),
                                "others",
                                String.valueOf(duty.others()),
                                "over",
                                String.valueOf(missed)),
                        duty.deadline()));
    }

    private static Need unfit(FleetNode node) {
        Examination examination = node.examination();
        Finding gravest =
                examination == null || examination.findings().isEmpty()
                        ? null
                        : examination.findings().getFirst();
        return new Need(
                Kind.UNFIT,
                0,
                node.nodeId(),
                Map.of(
                        "node",
                        node.label(),
                        "check",
                        gravest == null ? "" : gravest.check().code()),
                gravest == null ? null : gravest.consequence().moment().at());
    }

    private Optional<Need> setup(long upcoming) {
        Instant opens =
                board.outlook()
                        .value()
                        .flatMap(outlook -> outlook.milestone(Milestone.Kind.AUCTION_END))
                        .map(Milestone::eta)
                        .orElse(null);
        if (opens == null || isFit() || !isExamined()) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, opens);
        if (left.compareTo(DAY) > 0) {
            return Optional.empty();
        }
        List<FleetNode> unfit =
                nodes.stream().filter(node -> node.verdict() != Verdict.FIT).toList();
        return Optional.of(
                new Need(
                        left.compareTo(HOUR) > 0 ? Kind.SETUP_WITHIN_DAY : Kind.SETUP_WITHIN_HOUR,
                        upcoming,
                        "",
                        Map.of(
                                "nodes",
                                unfit.stream()
                                                .limit(NAMED)
                                                .map(FleetNode::label)
                                                .collect(Collectors.joining(", "))
                                        + (unfit.size() > NAMED ? ", …" : ""),
                                "count",
                                String.valueOf(unfit.size()),
                                "all",
                                String.valueOf(nodes.size())),
                        opens));
    }

    private boolean isFit() {
        return nodes.stream().allMatch(node -> node.verdict() == Verdict.FIT);
    }

    /** Before every node was examined once nothing is said of all of them. */
    private boolean isExamined() {
        return nodes.stream().allMatch(node -> node.examination() != null);
    }

    private Fallback fallback() {
        return board.outlook().value().map(EpochOutlook::fallback).orElse(Fallback.NOT_APPLICABLE);
    }

    private Optional<FleetNode> node(@Nullable String nodeId) {
        return nodes.stream().filter(node -> node.nodeId().equals(nodeId)).findFirst();
    }
}
