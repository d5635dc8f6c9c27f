package io.epochdesk.doctor;

import io.epochdesk.accounts.AccountReader;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.live.Reading;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.staking.StakingCollection;
import io.epochdesk.staking.StakingReader;
import io.epochdesk.staking.Standings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Examines nodes. One round asks few questions for all of them together, whatever their number, and
 * one cheap call for each machine account.
 */
public final class Doctor {

    private final FlowNetwork network;
    private final StakingReader staking;
    private final AccountReader accounts;
    private final ScheduleReader schedules;
    private final Diagnosis diagnosis;
    private final AddressSpace space;

    /**
     * A doctor for one network.
     *
     * @param past what machine accounts spent, for the runway
     */
    public Doctor(FlowNetwork network, SpendingHistory past) {
        this.network = network;
        staking = new StakingReader(network.scripts());
        accounts = new AccountReader(network.scripts());
        schedules = new ScheduleReader(network);
        diagnosis = new Diagnosis(past);
        space = AddressSpace.of(network.profile().chain().value());
    }

    /**
     * Examines these nodes, in their order. Blocks while the chain is read. What cannot be read is
     * a finding, not an exception.
     */
    public List<Examination> examine(List<NodeUnderCare> nodes) {
        return diagnosis.of(nodes, ask(nodes));
    }

    private Answers ask(List<NodeUnderCare> nodes) {
        Set<String> ids = nodes.stream().map(NodeUnderCare::nodeId).collect(Collectors.toSet());
        Set<FlowAddress> owners =
                nodes.stream()
                        .map(NodeUnderCare::stakingAccount)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Asked<Standings> standings = Asked.of(() -> staking.standings(ids));
        Asked<Map<FlowAddress, StakingCollection>> collections =
                owners.isEmpty() ? Asked.nothing() : Asked.of(() -> staking.collections(owners));
        Set<FlowAddress> machines = machines(nodes, collections);
        Asked<Map<FlowAddress, OnChainAccount>> found =
                machines.isEmpty() ? Asked.nothing() : Asked.of(() -> accounts.accounts(machines));
        return new Answers(
                space,
                standings,
                collections,
                found,
                machines.isEmpty() ? Asked.nothing() : Asked.of(accounts::fees),
                sequences(found.value().map(Map::keySet).orElse(Set.of())),
                schedules.read());
    }

    private static Set<FlowAddress> machines(
            List<NodeUnderCare> nodes, Asked<Map<FlowAddress, StakingCollection>> collections) {
        Stream<FlowAddress> told =
                nodes.stream().map(NodeUnderCare::machineAccount).filter(Objects::nonNull);
        Set<String> ids = nodes.stream().map(NodeUnderCare::nodeId).collect(Collectors.toSet());
        Stream<FlowAddress> recorded =
                collections.value().map(Map::values).stream()
                        .flatMap(Collection::stream)
                        .flatMap(each -> each.machineAccounts().entrySet().stream())
                        .filter(record -> ids.contains(record.getKey()))
                        .map(Map.Entry::getValue);
        return Stream.concat(told, recorded).collect(Collectors.toSet());
    }

    /** None when they cannot be read: only a key kept elsewhere needs them for a verdict. */
    private Map<FlowAddress, Reading<Map<Integer, Long>>> sequences(Set<FlowAddress> there) {
        try {
            return network.sequenceNumbers().of(there);
        } catch (FaultException _) {
            return Map.of();
        }
    }
}
