package io.epochdesk.network.access;

import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ScriptAnswer;
import io.epochdesk.network.ScriptRunner;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs scripts on whichever node is in use. */
final class PacedScripts implements ScriptRunner {

    private static final int LATEST_ATTEMPTS = 3;

    private final NodeCaller caller;
    private final CheckedBlocks blocks;
    private final Engine engine;
    private final Map<String, FlowAddress> contracts;

    PacedScripts(
            NodeCaller caller,
            CheckedBlocks blocks,
            Engine engine,
            Map<String, FlowAddress> contracts) {
        this.caller = caller;
        this.blocks = blocks;
        this.engine = engine;
        this.contracts = contracts;
    }

    @Override
    public ScriptAnswer run(Program script, List<CadenceValue> arguments) {
        ScriptCall call = encode(script, arguments);
        for (int attempt = 1; ; attempt++) {
            try {
                return caller.ask(
                        CallKind.SCRIPT,
                        session -> run(session, blocks.latestSealed(session), call));
            } catch (FaultException e) {
                // Where many nodes answer under one name, the next one may not have the block yet.
                if (attempt == LATEST_ATTEMPTS || !isMissingHeight(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public ScriptAnswer runAt(long height, Program script, List<CadenceValue> arguments) {
        ScriptCall call = encode(script, arguments);
        return caller.ask(
                CallKind.SCRIPT, session -> run(session, blocks.at(session, height), call));
    }

    private ScriptAnswer run(Session session, BlockHeader block, ScriptCall call) {
        byte[] json = session.calls().executeAtHeight(block.height(), call);
        return new ScriptAnswer(
                new Reading<>(
                        json,
                        new Provenance(
                                session.source(),
                                block.height(),
                                block.timestamp(),
                                engine.time().now())),
                session.identity());
    }

    private ScriptCall encode(Program script, List<CadenceValue> arguments) {
        return new ScriptCall(
                script.name(),
                script.resolvedWith(contracts).getBytes(StandardCharsets.UTF_8),
                arguments.stream().map(CadenceEncoder::encode).toList());
    }

    private static boolean isMissingHeight(FaultException e) {
        return e.fault() instanceof NetworkFault fault
                && fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT;
    }
}
