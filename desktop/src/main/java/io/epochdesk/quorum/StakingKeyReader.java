package io.epochdesk.quorum;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.network.ScriptRunner;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads staking keys from the node table, {@code FlowIDTableStaking.NodeInfo}. */
final class StakingKeyReader {

    /** Nodes asked for at once: a node's record takes long to put together. */
    private static final int AT_ONCE = 100;

    private static final Program KEYS = Program.shipped("quorum", "stakingkeys");

    private final ScriptRunner scripts;
    private final CadenceDecoder decoder = new CadenceDecoder();

    StakingKeyReader(ScriptRunner scripts) {
        this.scripts = scripts;
    }

    /**
     * The keys as the table has them, by node ID; nodes it does not have are left out.
     *
     * @throws io.epochdesk.fault.FaultException when they cannot be read
     */
    Map<String, String> read(Collection<String> nodeIds) {
        Map<String, String> keys = new HashMap<>();
        List<CadenceValue> ids =
                nodeIds.stream().<CadenceValue>map(CadenceValue.StringValue::new).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            CadenceValue some =
                    new CadenceValue.ArrayValue(
                            ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            byte[] json = scripts.run(KEYS, List.of(some)).json().value();
            keys.putAll(
                    Shape.of(decoder.decode(json), KEYS.name())
                            .dictionary(Shape::asString, Shape::asString));
        }
        return keys;
    }
}
