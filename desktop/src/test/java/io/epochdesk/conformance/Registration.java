package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.ufix64;
import static io.epochdesk.emulator.Argument.uint8;

import com.fasterxml.jackson.databind.JsonNode;

import io.epochdesk.emulator.FixtureNode;

import java.util.List;

/**
 * The arguments of a registration; each method gives another one with one of them changed.
 *
 * @param arguments in the order of the transaction
 */
record Registration(List<JsonNode> arguments) {

    static final String PROGRAM = "registration/register_node";

    /** A node as it should be registered. */
    Registration(FixtureNode node) {
        this(
                List.of(
                        string(node.id()),
                        uint8(node.role().number),
                        string(node.networkingAddress()),
                        string(node.networkingKey()),
                        string(node.stakingKey()),
                        string(node.proof()),
                        ufix64(node.role().stake),
                        string(node.machineKey()),
                        uint8(1),
                        uint8(3)));
    }

    Registration id(String id) {
        return with(0, string(id));
    }

    Registration role(int role) {
        return with(1, uint8(role));
    }

    Registration networkingAddress(String address) {
        return with(2, string(address));
    }

    Registration networkingKey(String key) {
        return with(3, string(key));
    }

    Registration stakingKey(String key) {
        return with(4, string(key));
    }

    Registration proof(String proof) {
        return with(5, string(proof));
    }

    Registration amount(String amount) {
        return with(6, ufix64(amount));
    }

    Registration machineKey(String key) {
        return with(7, string(key));
    }

    Registration algorithms(int signature, int hash) {
        return with(8, uint8(signature)).with(9, uint8(hash));
    }

    /** All arguments. */
    JsonNode[] all() {
        return arguments.toArray(JsonNode[]::new);
    }

    /** Tries it as a case; remembers the machine account if there is one now. */
    void tried(Trial trial, Actor operator, String name) {
        Answer answer = trial.triesShipped(name, operator, PROGRAM, all());
        trial.rememberMachines(answer);
    }

    /** Does it, which must succeed. */
    void done(Trial trial, Actor operator) {
        Answer answer = trial.runsShipped(operator, PROGRAM, all());
        trial.rememberMachines(answer);
    }

    private Registration with(int index, JsonNode argument) {
        JsonNode[] changed = all();
        changed[index] = argument;
        return new Registration(List.of(changed));
    }
}
