package io.epochdesk.cli;

import io.epochdesk.board.Attention;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.Connection;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What of a snapshot is news: everything but the passing of views, heights and time. */
record Substance(
        Connection.State state,
        @Nullable ChainIdentity identity,
        @Nullable AccessNode node,
        Optional<Stage> stage,
        Optional<DkgDeadlines> deadlines,
        List<Boolean> passed,
        Optional<VotingRound> voting,
        Optional<DkgState> dkg,
        int messages,
        Optional<DkgMatrix> matrix,
        List<Attention.Kind> attention,
        Map<String, String> faults) {

    /** Counter and phase. */
    record Stage(long counter, EpochPhase phase) {
        static Stage of(EpochState epoch) {
            return new Stage(epoch.counter(), epoch.phase());
        }
    }

    static Substance of(BoardSnapshot snapshot) {
        return new Substance(
                snapshot.connection().state(),
                snapshot.connection().identity(),
                snapshot.connection().node(),
                snapshot.epoch().value().map(Stage::of),
                snapshot.deadlines().value(),
                snapshot.outlook().value().map(EpochOutlook::milestones).orElse(List.of()).stream()
                        .map(EpochOutlook.Milestone::passed)
                        .toList(),
                snapshot.voting().value(),
                snapshot.dkg().value(),
                snapshot.whiteboard().value().map(board -> board.entries().size()).orElse(-1),
                snapshot.matrix().value(),
                snapshot.attention().stream().map(Attention::kind).toList(),
                codes(snapshot));
    }

    private static Map<String, String> codes(BoardSnapshot snapshot) {
        Map<String, String> codes = new TreeMap<>();
        PartFaults.of(snapshot).forEach((part, fault) -> codes.put(part, fault.code()));
        return codes;
    }
}
