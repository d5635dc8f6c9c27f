package io.epochdesk.board;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.dkg.DkgAnswer;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.epoch.EpochAnswer;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.Part;
import io.epochdesk.live.Reading;
import io.epochdesk.network.ScriptAnswer;
import io.epochdesk.network.ScriptRunner;
import io.epochdesk.quorum.QuorumAnswer;
import io.epochdesk.quorum.VotingRound;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads epoch, votes and DKG: all by one script and so of one block. Where that script cannot be
 * run to its end each part is asked for by itself, so that one failing or slow part never takes the
 * others with it.
 */
final class BoardReader {

    /** Looks for which the one script is not tried again after it failed. */
    private static final int REST = 20;

    private static final Program BOARD = Program.shipped("board", "board");
    private static final Program EPOCH = Program.shipped("epoch", "epoch");
    private static final Program QUORUM = Program.shipped("quorum", "quorum");
    private static final Program DKG = Program.shipped("dkg", "dkg");

    private final ScriptRunner scripts;
    private final InstantSource clock;
    private final CadenceDecoder decoder = new CadenceDecoder();
    private int rest;

    BoardReader(ScriptRunner scripts, InstantSource clock) {
        this.scripts = scripts;
        this.clock = clock;
    }

    /** What one look found; a part that failed has no reading. */
    record Found(Part<EpochState> epoch, Part<VotingRound> voting, Part<DkgState> dkg) {

        /** The same with its votes changed by a function. */
        Found votes(UnaryOperator<VotingRound> change) {
            return new Found(epoch, changed(voting, change), dkg);
        }
    }

    static Part<VotingRound> changed(Part<VotingRound> voting, UnaryOperator<VotingRound> change) {
        return new Part<>(
                voting.reading().map(reading -> reading.map(change)).orElse(null),
                voting.trouble(),
                voting.troubleSince());
    }

    /** Epoch, votes and DKG. */
    Found all() {
        if (rest > 0) {
            rest--;
            return apart();
        }
        try {
            Reading<Shape> answer = run(BOARD);
            return new Found(
                    part(answer, board -> EpochAnswer.read(board.field("epoch"))),
                    part(answer, board -> QuorumAnswer.read(board.field("quorum"))),
                    part(answer, board -> DkgAnswer.read(board.field("dkg"))));
        } catch (FaultException e) {
            if (!mayBeThePartsFault(e.fault())) {
                return new Found(failed(e.fault()), failed(e.fault()), failed(e.fault()));
            }
            rest = REST;
            return apart();
        }
    }

    /** The epoch only. */
    Part<EpochState> epochOnly() {
        return alone(EPOCH, EpochAnswer::read);
    }

    private Found apart() {
        return new Found(
                epochOnly(), alone(QUORUM, QuorumAnswer::read), alone(DKG, DkgAnswer::read));
    }

    private static boolean mayBeThePartsFault(Fault fault) {
        return switch (fault) {
            case ChainFault chain ->
                    chain.kind() == ChainFault.Kind.SCRIPT_FAILED
                            || chain.kind() == ChainFault.Kind.STORAGE_LIMIT
                            || chain.kind() == ChainFault.Kind.CONTRACT_MISSING;
            case NetworkFault network ->
                    network.kind() == NetworkFault.Kind.ANSWER_TOO_LARGE
                            || network.kind() == NetworkFault.Kind.TIMED_OUT;
            default -> true;
        };
    }

    private <T> Part<T> alone(Program script, Function<Shape, T> read) {
        try {
            return part(run(script), read);
        } catch (FaultException e) {
            return failed(e.fault());
        }
    }

    private Reading<Shape> run(Program script) {
        ScriptAnswer answer = scripts.run(script, List.of());
        return answer.json().map(json -> Shape.of(decoder.decode(json), script.name()));
    }

    private <T> Part<T> part(Reading<Shape> answer, Function<Shape, T> read) {
        try {
            return Part.of(answer.map(read));
        } catch (FaultException e) {
            return failed(e.fault());
        }
    }

    private <T> Part<T> failed(Fault fault) {
        return Part.<T>waiting().failed(fault, clock.instant());
    }
}
