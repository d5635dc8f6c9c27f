package io.epochdesk.quorum;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.network.ScriptRunner;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads staking keys from the node table, {@code FlowIDTableStaking.NodeInfo}. */
public final class StakingKeyReader {

    /** Nodes asked for at once: a node's record takes long to put together. */
    private static final int AT_ONCE = 100;

    private static final Program KEYS = Program.shipped("quorum", "stakingkeys");

    private final ScriptRunner scripts;
    private final CadenceDecoder decoder = new CadenceDecoder();

    public StakingKeyReader(ScriptRunner scripts) {
        this.scripts = scripts;
    }

    /**
     * The keys by node ID. Nodes that the table does not have are left out, and so are those whose
     * key is no point of G2.
     *
     * @throws io.epochdesk.fault.FaultException when they cannot be read
     */
    public Map<String, BlsPublicKey> read(Collection<String> nodeIds) {
        Map<String, BlsPublicKey> keys = new HashMap<>();
        List<CadenceValue> ids =
                nodeIds.stream().<CadenceValue>map(CadenceValue.StringValue::new).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            CadenceValue some =
                    new CadenceValue.ArrayValue(
                            ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            byte[] json = scripts.run(KEYS, List.of(some)).json().value();
            Shape.of(decoder.decode(json), KEYS.name())
                    .dictionary(Shape::asString, Shape::asString)
                    .forEach((id, hex) -> key(hex).ifPresent(key -> keys.put(id, key)));
        }
        return keys;
    }

    private static Optional<BlsPublicKey> key(String hex) {
        try {
            return Optional.of(BlsPublicKey.ofHex(hex));
        } catch (BadEncodingException _) {
            return Optional.empty();
        }
    }
}
