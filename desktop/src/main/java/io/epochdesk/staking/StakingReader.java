package io.epochdesk.staking;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.live.Reading;
import io.epochdesk.network.ScriptAnswer;
import io.epochdesk.network.ScriptRunner;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the node table and staking collections. Each method runs one script and throws a {@link
 * io.epochdesk.fault.FaultException} when there is no answer or it cannot be one of the contract's.
 */
public final class StakingReader {

    private static final Program STANDINGS = Program.shipped("staking", "standings");
    private static final Program TABLE = Program.shipped("staking", "table");
    private static final Program COLLECTIONS = Program.shipped("staking", "collections");

    private final ScriptRunner scripts;
    private final CadenceDecoder decoder = new CadenceDecoder();

    public StakingReader(ScriptRunner scripts) {
        this.scripts = scripts;
    }

    /** How these nodes stand; those that the table does not have are left out. */
    public Reading<Standings> standings(Collection<String> nodeIds) {
        return read(
                STANDINGS,
                StakingAnswer::standings,
                CadenceValues.array(nodeIds.stream().map(CadenceValues::string).toList()));
    }

    /** The whole table: on a public network some 30 KiB. */
    public Reading<StakingTable> table() {
        return read(TABLE, StakingAnswer::table);
    }

    /** The staking collections of these accounts; accounts without one are left out. */
    public Reading<Map<FlowAddress, StakingCollection>> collections(
            Collection<FlowAddress> owners) {
        return read(
                COLLECTIONS,
                StakingAnswer::collections,
                CadenceValues.array(owners.stream().map(CadenceValues::address).toList()));
    }

    private <T> Reading<T> read(
            Program program, Function<Shape, T> reading, CadenceValue... arguments) {
        ScriptAnswer answer = scripts.run(program, List.of(arguments));
        return answer.json()
                .map(json -> reading.apply(Shape.of(decoder.decode(json), program.name())));
    }
}
