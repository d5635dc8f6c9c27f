package io.epochdesk.network.access;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.SequenceNumbers;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads accounts' keys on whichever node is in use. */
final class PacedSequenceNumbers implements SequenceNumbers {

    private final NodeCaller caller;
    private final CheckedBlocks blocks;
    private final Engine engine;

    PacedSequenceNumbers(NodeCaller caller, CheckedBlocks blocks, Engine engine) {
        this.caller = caller;
        this.blocks = blocks;
        this.engine = engine;
    }

    @Override
    public Map<FlowAddress, Reading<Map<Integer, Long>>> of(Collection<FlowAddress> accounts) {
        Map<FlowAddress, Reading<Map<Integer, Long>>> numbers = new LinkedHashMap<>();
        if (!accounts.isEmpty()) {
            BlockHeader newest = blocks.latestSealed();
            accounts.forEach(account -> numbers.put(account, of(account, newest)));
        }
        return numbers;
    }

    @Override
    public Reading<Map<Integer, Long>> at(long height, FlowAddress account) {
        BlockHeader block = blocks.at(height);
        return caller.ask(CallKind.OTHER, session -> at(session, account, block));
    }

    /** All at one height; where the next node behind a name has not that block yet, at its own. */
    private Reading<Map<Integer, Long>> of(FlowAddress account, BlockHeader block) {
        try {
            return caller.ask(CallKind.OTHER, session -> at(session, account, block));
        } catch (FaultException e) {
            if (e.fault() instanceof NetworkFault fault
                    && fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT) {
                return caller.ask(
                        CallKind.OTHER,
                        session -> at(session, account, blocks.latestSealed(session)));
            }
            throw e;
        }
    }

    private Reading<Map<Integer, Long>> at(
            Session session, FlowAddress account, BlockHeader block) {
        Map<Integer, Long> numbers = new HashMap<>();
        session.calls()
                .account(account, block.height())
                .keys()
                .forEach(key -> numbers.put(key.index(), key.sequenceNumber()));
        return new Reading<>(
                Map.copyOf(numbers),
                new Provenance(
                        session.source(), block.height(), block.timestamp(), engine.time().now()));
    }
}
