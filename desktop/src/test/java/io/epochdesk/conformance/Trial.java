package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.array;
import static io.epochdesk.emulator.Argument.optional;
import static io.epochdesk.emulator.Argument.string;
import static io.epochdesk.emulator.Argument.ufix64;
import static io.epochdesk.emulator.Argument.uint16;

import com.fasterxml.jackson.databind.JsonNode;

import io.epochdesk.emulator.Argument;
import io.epochdesk.emulator.EmulatorProcess;
import io.epochdesk.emulator.FixtureNode;

import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A stage with what acts do on it, and the rows of what was tried so far. */
final class Trial implements AutoCloseable {

    /** Private keys (P-256) that accounts of these tests are made with. */
    static final List<String> KEYS = List.of("1b".repeat(32), "2c".repeat(32), "3d".repeat(32));

    private final Stage stage;
    private final StageClient client;
    private final Actor service = Actor.of("f8d6e0586b0a20c7", EmulatorProcess.SERVICE_KEY);
    private final Map<String, Actor> machines = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    Trial(Stage stage) {
        this.stage = stage;
        this.client = new StageClient(stage.port());
    }

    StageClient client() {
        return client;
    }

    Actor service() {
        return service;
    }

    List<Row> rows() {
        return rows;
    }

    /** Notes a case. */
    Answer note(String name, Answer answer) {
        if (rows.stream().anyMatch(row -> row.name().equals(name))) {
            throw new IllegalArgumentException("two cases are called " + name);
        }
        rows.add(new Row(name, Telling.of(answer)));
        return answer;
    }

    /** Notes a transaction's outcome. */
    Answer tries(String name, Attempt attempt) {
        return note(name, client.send(attempt));
    }

    /** Notes the outcome of a transaction of the tests' own. */
    Answer tries(String name, Actor actor, String program, JsonNode... arguments) {
        return tries(name, new Attempt(actor, Programs.own(program), arguments));
    }

    /** Notes the outcome of a transaction that ships with the console. */
    Answer triesShipped(String name, Actor actor, String program, JsonNode... arguments) {
        return tries(name, new Attempt(actor, Programs.shipped(program), arguments));
    }

    /** Notes what a script that ships with the console answers. */
    void asks(String name, String program, JsonNode... arguments) {
        note(name, client.ask(Programs.shipped(program), arguments));
    }

    /** Notes what a dry run of a transaction of the console's shows. */
    void dryRuns(String name, Actor actor, String program, JsonNode... arguments) {
        List<JsonNode> all = new ArrayList<>(List.of(Argument.address(actor.address())));
        all.addAll(List.of(arguments));
        note(name, client.ask(Programs.dryRun(program), all.toArray(JsonNode[]::new)));
    }

    /** Does what must succeed and is no case. */
    Answer runs(Actor actor, String program, JsonNode... arguments) {
        return client.send(new Attempt(actor, Programs.own(program), arguments)).succeeded();
    }

    /** The same with a program that ships with the console. */
    Answer runsShipped(Actor actor, String program, JsonNode... arguments) {
        return client.send(new Attempt(actor, Programs.shipped(program), arguments)).succeeded();
    }

    void emptyBlocks(int number) {
        for (int i = 0; i < number; i++) {
            stage.emptyBlock();
        }
    }

    /** The public key of a private one, 128 hex digits. */
    static String publicKey(String privateKey) {
        ECPoint point =
                CustomNamedCurves.getByName("secp256r1")
                        .getG()
                        .multiply(new BigInteger(privateKey, 16))
                        .normalize();
        byte[] encoded = point.getEncoded(false);
        return HexFormat.of().formatHex(encoded, 1, encoded.length);
    }

    /** A fresh account with one key of full weight and this much FLOW. */
    Actor account(int key, String flow) {
        Answer made =
                runs(service, "create_operator", string(publicKey(KEYS.get(key))), ufix64(flow));
        return Actor.of(
                made.named("AccountCreated").getLast().field("address").substring(2),
                KEYS.get(key));
    }

    /** A fresh account with a staking collection. */
    Actor operator(int key, String flow) {
        Actor operator = account(key, flow);
        runsShipped(operator, "registration/setup_staking_collection");
        return operator;
    }

    /** Sets lengths in views and the number of clusters. */
    Answer lengths(@Nullable Long epoch, @Nullable Long auction, @Nullable Integer clusters) {
        return runs(
                service,
                "epoch_lengths",
                optional(epoch, Argument::uint64),
                optional(auction, Argument::uint64),
                optional((Long) null, Argument::uint64),
                optional(clusters, Argument::uint16));
    }

    /** Registers nodes, and gives each machine account 1 FLOW. */
    void register(Actor operator, List<FixtureNode> nodes) {
        for (FixtureNode node : nodes) {
            new Registration(node).done(this, operator);
            Actor machine = machines.get(node.id());
            if (machine != null) {
                runsShipped(
                        operator,
                        "accounts/transfer_flow",
                        ufix64("1.0"),
                        Argument.address(machine.address()));
            }
        }
    }

    /** Remembers the machine accounts that a transaction made, with the fixtures' keys. */
    void rememberMachines(Answer answer) {
        for (Answer.Event event : answer.named("MachineAccountCreated")) {
            String id = event.field("nodeID");
            String key =
                    Stream.of(FixtureNode.Role.values())
                            .flatMap(role -> FixtureNode.of(role).stream())
                            .filter(node -> node.id().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .machinePrivateKey();
            machines.put(id, Actor.of(event.field("address").substring(2), key));
        }
    }

    /** Replaces the list of approved nodes. */
    void approve(List<FixtureNode> nodes) {
        runs(
                service,
                "approve_nodes",
                array(nodes, node -> string(node.id())),
                array(Collections.nCopies(5, 1000), limit -> uint16(limit)));
    }

    /** A node's machine account. */
    Actor machine(FixtureNode node) {
        Actor machine = machines.get(node.id());
        if (machine == null) {
            throw new IllegalArgumentException("no machine account of " + node.id());
        }
        return machine;
    }

    @Override
    public void close() {
        client.close();
        stage.close();
    }
}
