package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.network.ScriptRunner;
import io.epochdesk.registration.CircumstancesReader.Question;
import io.epochdesk.staking.StakingCollection;
import io.epochdesk.staking.StakingReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a flow has to ask the chain about. */
final class Questions {

    private Questions() {}

    static Question of(FlowKind kind, Values values, ScriptRunner scripts) {
        FlowAddress owner = values.address(Field.ACCOUNT);
        List<FlowAddress> others = new ArrayList<>();
        List<String> nodes = new ArrayList<>();
        String node = values.text(Field.NODE_ID);
        if (!node.isEmpty()) {
            nodes.add(node);
        }
        switch (kind) {
            case FUND -> others.add(values.address(Field.RECIPIENT));
            case TOP_UP -> values.refills().forEach(refill -> others.add(refill.account()));
            case WITHDRAW -> machineAccount(owner, node, scripts).ifPresent(others::add);
            case CLAIM_VOTER, CLAIM_PARTICIPANT -> nodes.addAll(bareNode(owner, scripts));
            default -> {}
        }
        return new Question(
                owner,
                others,
                nodes,
                values.text(Field.NETWORKING_ADDRESS),
                values.text(Field.NETWORKING_KEY),
                values.text(Field.STAKING_KEY));
    }

    private static Optional<FlowAddress> machineAccount(
            FlowAddress owner, String node, ScriptRunner scripts) {
        StakingCollection collection =
                new StakingReader(scripts).collections(List.of(owner)).value().get(owner);
        return Optional.ofNullable(collection).map(found -> found.machineAccounts().get(node));
    }

    /** The node whose bare NodeStaker the account stores, if it stores one. */
    private static List<String> bareNode(FlowAddress owner, ScriptRunner scripts) {
        Purse purse =
                new CircumstancesReader(scripts)
                        .read(new Question(owner, List.of(), List.of(), "", "", ""))
                        .value()
                        .purse();
        return purse == null || purse.stakerOf() == null ? List.of() : List.of(purse.stakerOf());
    }
}
