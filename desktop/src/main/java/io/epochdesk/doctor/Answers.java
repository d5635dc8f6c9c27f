package io.epochdesk.doctor;

import io.epochdesk.accounts.FeeSchedule;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.Fault;
import io.epochdesk.live.Reading;
import io.epochdesk.staking.StakingCollection;
import io.epochdesk.staking.Standings;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What one round of questions brought for some nodes together.
 *
 * @param space the addresses of this network
 * @param standings the nodes in the table
 * @param collections the staking collections of the accounts given
 * @param accounts the machine accounts
 * @param fees what transactions cost
 * @param sequences sequence numbers of the accounts' keys
 * @param sequencesFault why there are none, or null
 * @param schedule where the epoch stands
 */
record Answers(
        AddressSpace space,
        Asked<Standings> standings,
        Asked<Map<FlowAddress, StakingCollection>> collections,
        Asked<Map<FlowAddress, OnChainAccount>> accounts,
        Asked<FeeSchedule> fees,
        Map<FlowAddress, Reading<Map<Integer, Long>>> sequences,
        @Nullable Fault sequencesFault,
        Schedule schedule) {

    /** Before sequence numbers were asked for. */
    Answers(
            AddressSpace space,
            Asked<Standings> standings,
            Asked<Map<FlowAddress, StakingCollection>> collections,
            Asked<Map<FlowAddress, OnChainAccount>> accounts,
            Asked<FeeSchedule> fees,
            Schedule schedule) {
        this(space, standings, collections, accounts, fees, Map.of(), null, schedule);
    }

    Answers with(Map<FlowAddress, Reading<Map<Integer, Long>>> numbers) {
        return new Answers(space, standings, collections, accounts, fees, numbers, null, schedule);
    }

    Answers without(Fault numbers) {
        return new Answers(
                space, standings, collections, accounts, fees, Map.of(), numbers, schedule);
    }
}
