package io.epochdesk.accounts;

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
 * Reads accounts and costs. Each method runs one script and throws a {@link
 * io.epochdesk.fault.FaultException} when there is no answer or it cannot be one of the chain's.
 */
public final class AccountReader {

    private static final Program ACCOUNTS = Program.shipped("accounts", "accounts");
    private static final Program FEES = Program.shipped("accounts", "fees");

    private final ScriptRunner scripts;
    private final CadenceDecoder decoder = new CadenceDecoder();

    public AccountReader(ScriptRunner scripts) {
        this.scripts = scripts;
    }

    /** These accounts by address; those that are not there are left out. */
    public Reading<Map<FlowAddress, OnChainAccount>> accounts(Collection<FlowAddress> addresses) {
        return read(
                ACCOUNTS,
                AccountAnswer::accounts,
                CadenceValues.array(addresses.stream().map(CadenceValues::address).toList()));
    }

    /** What transactions and storage cost. */
    public Reading<FeeSchedule> fees() {
        return read(FEES, AccountAnswer::fees);
    }

    private <T> Reading<T> read(
            Program program, Function<Shape, T> reading, CadenceValue... arguments) {
        ScriptAnswer answer = scripts.run(program, List.of(arguments));
        return answer.json()
                .map(json -> reading.apply(Shape.of(decoder.decode(json), program.name())));
    }
}
