package io.epochdesk.doctor;

import io.epochdesk.accounts.FeeSchedule;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.live.Reading;
import io.epochdesk.staking.StakingCollection;
import io.epochdesk.staking.Standings;

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
 * @param schedule where the epoch stands
 */
record Answers(
        AddressSpace space,
        Asked<Standings> standings,
        Asked<Map<FlowAddress, StakingCollection>> collections,
        Asked<Map<FlowAddress, OnChainAccount>> accounts,
        Asked<FeeSchedule> fees,
        Map<FlowAddress, Reading<Map<Integer, Long>>> sequences,
        Schedule schedule) {

    Answers with(Map<FlowAddress, Reading<Map<Integer, Long>>> numbers) {
        return new Answers(space, standings, collections, accounts, fees, numbers, schedule);
    }
}
