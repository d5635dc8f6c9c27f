package io.epochdesk.doctor;

import io.epochdesk.accounts.AccountAnswer;
import io.epochdesk.accounts.AccountReader;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.epoch.EpochAnswer;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.epoch.OutlookRules;
import io.epochdesk.epoch.ViewRate;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.live.Reading;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.ScriptAnswer;
import io.epochdesk.network.ScriptRunner;
import io.epochdesk.staking.StakingAnswer;
import io.epochdesk.staking.StakingCollection;
import io.epochdesk.staking.StakingReader;
import io.epochdesk.staking.Standings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the chain about some nodes with one script. When the chain fails that script, the smaller
 * ones it is made of are asked, so that one part that cannot be answered does not hide the others.
 */
final class Questions {

    private static final Program CHECKUP = Program.shipped("doctor", "checkup");
    private static final Program EPOCH = Program.shipped("epoch", "epoch");

    private final ScriptRunner scripts;
    private final StakingReader staking;
    private final AccountReader accounts;
    private final AddressSpace space;
    private final OutlookRules rules;
    private final CadenceDecoder decoder = new CadenceDecoder();

    Questions(FlowNetwork network) {
        NetworkProfile profile = network.profile();
        scripts = network.scripts();
        staking = new StakingReader(scripts);
        accounts = new AccountReader(scripts);
        space = AddressSpace.of(profile.chain().value());
        rules = new OutlookRules(profile.finalizationSafetyThreshold());
    }

    /**
     * What the chain answers about these nodes; no sequence numbers yet.
     *
     * @param rate the measured view rate
     */
    Answers ask(List<NodeUnderCare> nodes, ViewRate rate) {
        Set<String> ids =
                nodes.stream()
                        .map(NodeUnderCare::nodeId)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<FlowAddress> owners = addresses(nodes.stream().map(NodeUnderCare::stakingAccount));
        Set<FlowAddress> machines = addresses(nodes.stream().map(NodeUnderCare::machineAccount));
        try {
            return together(ids, owners, machines, rate);
        } catch (FaultException e) {
            // Where nothing answers, asking five times more would only take longer.
            return e.fault() instanceof ChainFault
                    ? oneByOne(ids, owners, machines, rate)
                    : nothing(e);
        }
    }

    private Answers together(
            Set<String> ids, Set<FlowAddress> owners, Set<FlowAddress> machines, ViewRate rate) {
        ScriptAnswer answer =
                scripts.run(
                        CHECKUP,
                        List.of(
                                CadenceValues.array(
                                        ids.stream().map(CadenceValues::string).toList()),
                                array(owners),
                                array(machines)));
        Reading<Shape> checkup =
                answer.json().map(json -> Shape.of(decoder.decode(json), CHECKUP.name()));
        return new Answers(
                space,
                Asked.of(() -> checkup.map(all -> StakingAnswer.standings(all.field("standings")))),
                Asked.of(
                        () ->
                                checkup.map(
                                        all ->
                                                StakingAnswer.collections(
                                                        all.field("collections")))),
                Asked.of(() -> checkup.map(all -> AccountAnswer.accounts(all.field("accounts")))),
                Asked.of(() -> checkup.map(all -> AccountAnswer.fees(all.field("fees")))),
                schedule(
                        Asked.of(() -> checkup.map(all -> EpochAnswer.read(all.field("epoch")))),
                        rate));
    }

    private Answers oneByOne(
            Set<String> ids, Set<FlowAddress> owners, Set<FlowAddress> told, ViewRate rate) {
        Asked<Map<FlowAddress, StakingCollection>> collections =
                Asked.of(() -> staking.collections(owners));
        Set<FlowAddress> machines =
                addresses(
                        Stream.concat(
                                told.stream(),
                                collections.value().map(Map::values).stream()
                                        .flatMap(Collection::stream)
                                        .flatMap(each -> each.machineAccounts().entrySet().stream())
                                        .filter(record -> ids.contains(record.getKey()))
                                        .map(Map.Entry::getValue)));
        machines.addAll(owners);
        Asked<Standings> standings = Asked.of(() -> staking.standings(ids));
        Asked<Map<FlowAddress, OnChainAccount>> found = Asked.of(() -> accounts.accounts(machines));
        return new Answers(
                space,
                standings,
                collections,
                found,
                Asked.of(accounts::fees),
                schedule(Asked.of(this::epoch), rate));
    }

    private Reading<EpochState> epoch() {
        return scripts.run(EPOCH, List.of())
                .json()
                .map(json -> EpochAnswer.read(Shape.of(decoder.decode(json), EPOCH.name())));
    }

    private Schedule schedule(Asked<EpochState> epoch, ViewRate rate) {
        Reading<EpochState> reading = epoch.reading();
        return reading == null
                ? new Schedule(null, null, epoch.fault())
                : new Schedule(
                        reading.value(),
                        rules.of(reading.value(), null, rate, reading.provenance().blockTime()),
                        null);
    }

    private Answers nothing(FaultException reason) {
        return new Answers(
                space,
                new Asked<>(null, reason.fault()),
                new Asked<>(null, reason.fault()),
                new Asked<>(null, reason.fault()),
                new Asked<>(null, reason.fault()),
                new Schedule(null, null, reason.fault()));
    }

    private static CadenceValue array(Set<FlowAddress> addresses) {
        return CadenceValues.array(addresses.stream().map(CadenceValues::address).toList());
    }

    private static Set<FlowAddress> addresses(Stream<FlowAddress> some) {
        return some.filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }
}
