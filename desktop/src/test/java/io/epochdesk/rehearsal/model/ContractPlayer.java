package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.ufix64;
import static io.epochdesk.cadence.CadenceValues.uint16;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;
import static io.epochdesk.rehearsal.model.SampleWorlds.some;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A world played by sending programs, as an emulator is: what fails leaves it as it was. */
final class ContractPlayer {

    static final FlowAddress SERVICE = FlowAddress.of("f8d6e0586b0a20c7");
    static final String KEY = FixtureNodes.of(1).getFirst().machineKey();

    private final ProgramCatalogue catalogue =
            DriverPrograms.addedTo(ProgramCatalogue.of(Contracts.emulator()), new BlsSignatures());
    private final Map<String, FlowAddress> machines = new HashMap<>();
    private World world = new Genesis().world();
    private long view = 1;

    World world() {
        return world;
    }

    FlowAddress machine(FixtureNodes.Node node) {
        return some(machines.get(node.id()));
    }

    /** Sends one of the tests' programs. */
    List<CompositeValue> drive(FlowAddress signer, String program, CadenceValue... arguments)
            throws Aborted {
        return run(signer, read("/io/epochdesk/emulator/" + program + ".cdc"), arguments);
    }

    /** Sends one of the console's programs, such as {@code registration/submit_vote}. */
    List<CompositeValue> send(FlowAddress signer, String program, CadenceValue... arguments)
            throws Aborted {
        return run(signer, read("/io/epochdesk/cadence/" + program + ".cdc"), arguments);
    }

    /** Asks one of the console's scripts. */
    CadenceValue ask(String program, CadenceValue... arguments) throws Aborted {
        String text = read("/io/epochdesk/cadence/" + program + ".cdc");
        return catalogue
                .script(new Program(program, text).resolvedWith(Contracts.emulator()))
                .orElseThrow()
                .run(world, SampleWorlds.at(view), List.of(arguments));
    }

    private List<CompositeValue> run(FlowAddress signer, String text, CadenceValue... arguments)
            throws Aborted {
        Draft draft = new Draft(world, SampleWorlds.at(view++));
        catalogue
                .transaction(new Program("test", text).resolvedWith(Contracts.emulator()))
                .orElseThrow()
                .run(draft, List.of(signer), List.of(arguments));
        world = draft.world();
        return draft.events();
    }

    /** A new account with this much FLOW. */
    FlowAddress account(String flow) throws Aborted {
        List<CompositeValue> events = drive(SERVICE, "create_operator", string(KEY), ufix64(flow));
        return address(events, "flow.AccountCreated");
    }

    /** A new account with a staking collection. */
    FlowAddress operator(String flow) throws Aborted {
        FlowAddress operator = account(flow);
        send(operator, "registration/setup_staking_collection");
        return operator;
    }

    /** Registers a node as it should be. */
    List<CompositeValue> register(FlowAddress operator, FixtureNodes.Node node) throws Aborted {
        List<CompositeValue> events =
                send(operator, "registration/register_node", registration(node));
        if (node.role() <= 2) {
            machines.put(node.id(), address(events, "flow.AccountCreated"));
        }
        return events;
    }

    /** The arguments that register a node. */
    static CadenceValue[] registration(FixtureNodes.Node node) {
        return new CadenceValue[] {
            string(node.id()),
            uint8(node.role()),
            string(node.address()),
            string(node.networkingKey()),
            string(node.stakingKey()),
            string(node.proof()),
            ufix64(node.stake()),
            string(node.machineKey()),
            uint8(1),
            uint8(3)
        };
    }

    void approve(List<FixtureNodes.Node> nodes) throws Aborted {
        drive(
                SERVICE,
                "approve_nodes",
                array(nodes.stream().map(node -> string(node.id())).toList()),
                array(Collections.nCopies(5, uint16(1000))));
    }

    void lengths(@Nullable Long epoch, @Nullable Long auction, @Nullable Integer clusters)
            throws Aborted {
        drive(
                SERVICE,
                "epoch_lengths",
                epoch == null ? nil() : optional(uint64(epoch)),
                auction == null ? nil() : optional(uint64(auction)),
                nil(),
                clusters == null ? nil() : optional(uint16(clusters)));
    }

    List<CompositeValue> heartbeat(String transition) throws Aborted {
        return drive(SERVICE, "heartbeat", string(transition));
    }

    List<CompositeValue> post(FlowAddress machine, String content) throws Aborted {
        return drive(machine, "post_messages", array(string(content)), integer(1));
    }

    List<CompositeValue> vote(FlowAddress machine, String signature, String message)
            throws Aborted {
        return send(machine, "registration/submit_vote", string(signature), string(message));
    }

    private static FlowAddress address(List<CompositeValue> events, String type) {
        CompositeValue last =
                events.stream()
                        .filter(event -> event.typeId().equals(type))
                        .reduce((_, later) -> later)
                        .orElseThrow();
        return ((AddressValue) some(last.field("address"))).value();
    }

    private static String read(String path) {
        try (InputStream file = ContractPlayer.class.getResourceAsStream(path)) {
            return new String(some(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
