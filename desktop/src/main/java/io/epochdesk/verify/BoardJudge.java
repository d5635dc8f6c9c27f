package io.epochdesk.verify;

import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BoardPost;
import io.epochdesk.bls.CheckedPost;
import io.epochdesk.bls.DkgInstance;
import io.epochdesk.bls.DkgJudge;
import io.epochdesk.bls.DkgPhase;
import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.Shape;
import io.epochdesk.dkg.PhaseEnds;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.verify.EpochReport.DkgReport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Judges the board of an epoch from its events, and recomputes the keys. */
final class BoardJudge {

    /**
     * Blocks on either side of a phase's end in which nodes may count a message otherwise: they
     * read the board at blocks that are sealed some blocks later.
     */
    private static final long BORDER = 30;

    private final CadenceDecoder decoder = new CadenceDecoder();
    private final DkgInstance instance;
    private final List<String> committee;
    private final Map<String, BlsPublicKey> keys;

    BoardJudge(DkgInstance instance, List<String> committee, Map<String, BlsPublicKey> keys) {
        this.instance = instance;
        this.committee = committee;
        this.keys = keys;
    }

    /**
     * The outcome of these messages.
     *
     * @param over whether the DKG is over, whatever the views
     * @param completeTo height up to which the messages are complete
     */
    DkgReport judge(List<ChainEvent> messages, PhaseEnds ends, boolean over, long completeTo) {
        List<CheckedPost> checked =
                IntStream.range(0, messages.size())
                        .parallel()
                        .mapToObj(position -> check(position, messages.get(position)))
                        .toList();
        DkgJudge judge = new DkgJudge(instance);
        for (int position = 0; position < checked.size(); position++) {
            advance(judge, ends.at(messages.get(position).height()));
            judge.accept(checked.get(position));
        }
        advance(judge, over ? DkgPhase.ENDED : ends.at(completeTo + 1));
        return new DkgReport(committee, judge.judgement(), borderline(messages, ends));
    }

    private CheckedPost check(int position, ChainEvent event) {
        String sender = "";
        String content = "";
        try {
            Shape message = Shape.of(decoder.decode(event.payload()), event.type());
            sender = message.field("nodeID").asString();
            content = message.field("content").asString();
        } catch (FaultException _) {
            // nobody can read it, so it is judged as an unreadable message
        }
        return new BoardPost(position, committee.indexOf(sender), content)
                .check(instance, keys.get(sender));
    }

    private static List<Integer> borderline(List<ChainEvent> messages, PhaseEnds ends) {
        List<Integer> near = new ArrayList<>();
        for (int position = 0; position < messages.size(); position++) {
            long height = messages.get(position).height();
            if (isNear(height, ends.vectors())
                    || isNear(height, ends.complaints())
                    || isNear(height, ends.answers())) {
                near.add(position);
            }
        }
        return near;
    }

    private static boolean isNear(long height, long end) {
        return height >= end - BORDER && height < end + BORDER && end != Long.MAX_VALUE;
    }

    private static void advance(DkgJudge judge, DkgPhase to) {
        while (judge.phase().compareTo(to) < 0) {
            judge.endPhase();
        }
    }
}
