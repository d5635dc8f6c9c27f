package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.field;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.FlowAddress;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the doctor's script answers: {@code checkup.cdc}, which is made of smaller ones. */
final class DoctorScripts {

    private DoctorScripts() {}

    static CadenceValue checkup(World world, Moment moment, Arguments arguments) throws Aborted {
        Arguments nodes = new Arguments(List.of(arguments.at(0).value()));
        Arguments owners = new Arguments(List.of(arguments.at(1).value()));
        List<CadenceValue> machines =
                machines(world, arguments).stream()
                        .<CadenceValue>map(CadenceValues::address)
                        .toList();
        return ScriptStruct.of(
                "CheckupAnswer",
                field("epoch", BoardScripts.epoch(world, moment, arguments)),
                field("standings", StakingScripts.standings(world, moment, nodes)),
                field("collections", AccountScripts.collections(world, moment, owners)),
                field(
                        "accounts",
                        AccountScripts.accounts(
                                world,
                                moment,
                                new Arguments(List.of(CadenceValues.array(machines))))),
                field("fees", AccountScripts.fees(world, moment, arguments)));
    }

    /** The accounts given, those on record for these nodes, and their owners' own. */
    private static Set<FlowAddress> machines(World world, Arguments arguments) {
        Set<FlowAddress> machines = new LinkedHashSet<>(arguments.addresses(2));
        for (FlowAddress owner : arguments.addresses(1)) {
            Stored.StakingCollection collection = FlowStakingCollection.of(world.account(owner));
            for (String nodeId : arguments.strings(0)) {
                FlowAddress machine =
                        collection == null ? null : collection.machineAccounts().get(nodeId);
                if (machine != null) {
                    machines.add(machine);
                }
            }
        }
        machines.addAll(arguments.addresses(1));
        return machines;
    }
}
