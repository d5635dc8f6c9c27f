package io.epochdesk.fleet;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fleet.Duty.State;
import io.epochdesk.history.Observations.Deed;
import io.epochdesk.live.Reading;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who has what to do in the setup under way, and who is late.
 *
 * <p>A node is late when three quarters of the others with the same duty have done theirs and as
 * much time again has passed as those needed. Where the console came too late to see how long they
 * needed, it is late at once. A node's own retries are seconds to minutes apart (flow-go {@code
 * engine/collection/epochmgr}, {@code module/dkg}), far less than a setup lasts.
 */
final class DutyRules {

    private final BoardSnapshot board;
    private final DeedLog log;

    /**
     * Rules for a moment.
     *
     * @param log when each deed of this setup was first seen
     */
    DutyRules(BoardSnapshot board, DeedLog log) {
        this.board = board;
        this.log = log;
    }

    /** The duties of these nodes; a node that is in no cluster and no committee has none. */
    List<Duty> of(Set<String> own) {
        EpochState epoch = board.epoch().value().orElse(null);
        if (epoch == null || epoch.phase() == EpochPhase.STAKING_AUCTION) {
            return List.of();
        }
        List<Duty> duties = new ArrayList<>();
        voting(epoch, own, duties);
        dealing(epoch, own, duties);
        return duties;
    }

    /** What was done in the setup under way, by whomever: from the contracts and the board. */
    static List<Done> done(BoardSnapshot board) {
        List<Done> all = new ArrayList<>();
        Reading<VotingRound> round = board.voting().last();
        if (round != null && round.value().standing() == VotingRound.Standing.CURRENT) {
            for (ClusterVoter voter : voters(round.value())) {
                if (voter.hasVoted()) {
                    all.add(new Done(voter.nodeId(), Deed.VOTE, round));
                }
            }
        }
        Reading<DkgState> dkg = board.dkg().last();
        if (dkg == null || dkg.value().standing() != DkgState.Standing.CURRENT) {
            return all;
        }
        for (SubmissionGroup group : dkg.value().groups()) {
            group.submitters().forEach(node -> all.add(new Done(node, Deed.SUBMISSION, dkg)));
        }
        Reading<Whiteboard> posted = board.whiteboard().last();
        if (posted != null && board.isWhiteboardCurrent()) {
            posted.value().tally().senders().values().stream()
                    .filter(sender -> sender.vectors() > 0)
                    .forEach(sender -> all.add(new Done(sender.nodeId(), Deed.MESSAGE, posted)));
        }
        return all;
    }

    /**
     * A deed that is done.
     *
     * @param where what showed it
     */
    record Done(String nodeId, Deed deed, Reading<?> where) {}

    private void voting(EpochState epoch, Set<String> own, List<Duty> duties) {
        Reading<VotingRound> round = board.voting().last();
        if (round == null || round.value().standing() != VotingRound.Standing.CURRENT) {
            return;
        }
        Set<String> asked = new HashSet<>();
        Set<String> did = new HashSet<>();
        for (ClusterVoter voter : voters(round.value())) {
            asked.add(voter.nodeId());
            if (voter.hasVoted()) {
                did.add(voter.nodeId());
            }
        }
        Crowd crowd =
                new Crowd(
                        Deed.VOTE,
                        asked,
                        did,
                        eta(Milestone.Kind.AUCTION_END),
                        board.outlook()
                                .value()
                                .flatMap(EpochOutlook::dueBy)
                                .map(Milestone::eta)
                                .orElse(null),
                        round.provenance().readAt(),
                        false,
                        epoch.phase() != EpochPhase.EPOCH_SETUP);
        add(crowd, epoch, own, duties);
    }

    private void dealing(EpochState epoch, Set<String> own, List<Duty> duties) {
        Reading<DkgState> dkg = board.dkg().last();
        if (dkg == null || dkg.value().standing() != DkgState.Standing.CURRENT) {
            return;
        }
        Set<String> committee = Set.copyOf(dkg.value().committee());
        boolean over = epoch.phase() != EpochPhase.EPOCH_SETUP;
        Reading<Whiteboard> posted = board.whiteboard().last();
        if (posted != null && board.isWhiteboardCurrent()) {
            Set<String> dealers = new HashSet<>();
            posted.value().tally().senders().values().stream()
                    .filter(sender -> sender.vectors() > 0)
                    .forEach(sender -> dealers.add(sender.nodeId()));
            add(
                    new Crowd(
                            Deed.MESSAGE,
                            committee,
                            dealers,
                            eta(Milestone.Kind.AUCTION_END),
                            eta(Milestone.Kind.DKG_PHASE_1_END),
                            posted.provenance().readAt(),
                            false,
                            over || isPast(Milestone.Kind.DKG_PHASE_1_END)),
                    epoch,
                    own,
                    duties);
        }
        Set<String> submitters = new HashSet<>();
        dkg.value().groups().forEach(group -> submitters.addAll(group.submitters()));
        add(
                new Crowd(
                        Deed.SUBMISSION,
                        committee,
                        submitters,
                        eta(Milestone.Kind.DKG_PHASE_3_END),
                        board.outlook()
                                .value()
                                .flatMap(EpochOutlook::dueBy)
                                .map(Milestone::eta)
                                .orElse(null),
                        dkg.provenance().readAt(),
                        !isPast(Milestone.Kind.DKG_PHASE_3_END),
                        over),
                epoch,
                own,
                duties);
    }

    private void add(Crowd crowd, EpochState epoch, Set<String> own, List<Duty> duties) {
        for (String node : own) {
            if (crowd.asked().contains(node)) {
                int others = crowd.asked().size() - 1;
                int done = crowd.did().size() - (crowd.did().contains(node) ? 1 : 0);
                duties.add(
                        new Duty(
                                node,
                                epoch.upcomingCounter(),
                                crowd.deed(),
                                crowd.state(node, log),
                                done,
                                others,
                                crowd.deadline()));
            }
        }
    }

    private @Nullable Instant eta(Milestone.Kind kind) {
        return board.outlook()
                .value()
                .flatMap(outlook -> outlook.milestone(kind))
                .map(Milestone::eta)
                .orElse(null);
    }

    private boolean isPast(Milestone.Kind kind) {
        return board.outlook()
                .value()
                .flatMap(outlook -> outlook.milestone(kind))
                .map(Milestone::passed)
                .orElse(false);
    }

    private static List<ClusterVoter> voters(VotingRound round) {
        return round.clusters().stream().flatMap(cluster -> cluster.members().stream()).toList();
    }

    /**
     * All nodes with one duty.
     *
     * @param began when it could be done at the earliest, or null when that is not known
     * @param deadline by when it must be done, or null when that is not known
     * @param now when the last answer came
     * @param ahead whether it is not time yet
     * @param over whether it is too late
     */
    private record Crowd(
            Deed deed,
            Set<String> asked,
            Set<String> did,
            @Nullable Instant began,
            @Nullable Instant deadline,
            Instant now,
            boolean ahead,
            boolean over) {

        State state(String node, DeedLog log) {
            if (did.contains(node)) {
                return State.DONE;
            }
            if (over) {
                return State.MISSED;
            }
            if (ahead) {
                return State.AHEAD;
            }
            return isLate(node, log) ? State.LATE : State.OPEN;
        }

        private boolean isLate(String node, DeedLog log) {
            int others = asked.size() - 1;
            List<Instant> seen = new ArrayList<>();
            for (String other : did) {
                Instant at = log.firstSeen(other, deed);
                if (at != null && !other.equals(node) && asked.contains(other)) {
                    seen.add(at);
                }
            }
            int most = Math.ceilDiv(others * 3, 4);
            if (others == 0 || seen.size() < most) {
                return false;
            }
            seen.sort(null);
            Instant enough = seen.get(most - 1);
            boolean sawThem = enough.isAfter(seen.getFirst());
            Instant begin = began;
            Duration needed =
                    sawThem && begin != null && begin.isBefore(enough)
                            ? Duration.between(begin, enough)
                            : Duration.ZERO;
            return now.isAfter(enough.plus(needed));
        }
    }
}
