package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.dictionary;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.ufix64;
import static io.epochdesk.cadence.CadenceValues.uint16;
import static io.epochdesk.cadence.CadenceValues.uint8;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the contracts refuse, in the words a real emulator said it with. */
class ContractWordsTest {

    private static final String OTHER_ID = "ab".repeat(32);

    private final ContractPlayer player = new ContractPlayer();
    private final List<FixtureNodes.Node> collectors = FixtureNodes.of(1);
    private final List<FixtureNodes.Node> consensus = FixtureNodes.of(2);
    private final JsonNode recorded = recorded();

    @Test
    void registrationsThatAreWrong() throws Aborted {
        FixtureNodes.Node node = collectors.get(0);
        FlowAddress nobody = player.account("400000.0");
        says("register with no staking collection", () -> player.register(nobody, node));
        FlowAddress operator = player.operator("3000000.0");
        FlowAddress poor = player.operator("10.0");
        wrong(operator, node, 0, string("ab"), "node ID too short");
        wrong(operator, node, 0, string("AB".repeat(32)), "node ID upper case");
        wrong(operator, node, 2, string("10.0.0.1:3569"), "networking address is an IP");
        wrong(operator, node, 2, string("node.example.com"), "networking address without port");
        wrong(operator, node, 3, string("ab"), "networking key short");
        wrong(operator, node, 3, string("11".repeat(64)), "networking key not on the curve");
        wrong(operator, node, 4, string("ab"), "staking key short");
        wrong(operator, node, 4, string("ff".repeat(96)), "staking key not a point");
        wrong(
                operator,
                node,
                5,
                string(collectors.get(1).proof()),
                "proof of possession of another key");
        wrong(operator, node, 5, string("zz".repeat(48)), "proof of possession not hex");
        wrong(operator, node, 1, uint8(6), "role 6");
        wrong(operator, node, 6, ufix64("1000.0"), "below the minimum stake");
        wrong(operator, node, 7, string("11".repeat(64)), "machine key invalid");
        wrong(operator, node, 8, uint8(9), "machine key signature algorithm 9");
        says("collection's vault too poor", () -> player.register(poor, node));

        player.register(operator, node);
        wrong(operator, node, 2, string("a.b:1"), "register the same node ID again");
        FixtureNodes.Node next = collectors.get(1);
        wrong(operator, next, 4, string(node.stakingKey()), "same staking key, other ID");
        wrong(operator, next, 3, string(node.networkingKey()), "same networking key, other ID");
        wrong(operator, next, 2, string(node.address()), "same networking address, other ID");
    }

    @Test
    void machineAccountsThatAreWrong() throws Aborted {
        FlowAddress operator = player.operator("4000000.0");
        FixtureNodes.Node execution = FixtureNodes.of(3).getFirst();
        player.register(operator, collectors.get(0));
        player.register(operator, consensus.get(0));
        player.register(operator, execution);
        says("create_machine_account twice (LN)", () -> create(operator, collectors.get(0)));
        says("create_machine_account twice (SN)", () -> create(operator, consensus.get(0)));
        says("create_machine_account for an EN", () -> create(operator, execution));
        says(
                "create_machine_account for a node of someone else",
                () -> create(operator, collectors.get(1)));
        says(
                "withdraw too much from the machine account",
                () ->
                        player.send(
                                operator,
                                "registration/withdraw_from_machine_account",
                                string(collectors.get(0).id()),
                                ufix64("1.0")));
    }

    @Test
    void votesThatAreWrong() throws Aborted {
        FlowAddress operator = player.operator("9000000.0");
        List<FixtureNodes.Node> voters = collectors.subList(0, 4);
        for (FixtureNodes.Node node : voters) {
            player.register(operator, node);
        }
        player.register(operator, consensus.get(0));
        FixtureNodes.Node one = voters.get(0);
        FixtureNodes.Node left = voters.get(3);
        String message = FixtureNodes.messages().get(0);
        String other = FixtureNodes.messages().get(1);
        vote("vote in the auction before any voting", one, one.vote(message), message);
        player.lengths(null, null, 1);
        player.approve(List.of(voters.get(0), voters.get(1), voters.get(2), consensus.get(0)));
        player.heartbeat("END_AUCTION");
        vote("vote signed with another node's key", one, left.vote(message), message);
        vote("vote signature over another message", one, one.vote(other), message);
        vote("vote signature empty", one, "", message);
        vote("vote message empty", one, one.vote(message), "");
        vote("vote signature not hex", one, "zz", message);
        vote("vote signature short", one, "abcd", message);
        vote("vote signature odd length", one, "abc", message);
        vote("vote message not hex", one, one.vote(message), "hh");
        vote("vote of an unapproved node", left, left.vote(message), message);
        player.vote(player.machine(one), one.vote(message), message);
        vote("vote twice, same", one, one.vote(message), message);
        vote("vote twice, other message", one, one.vote(other), other);
        says("register in the setup phase", () -> player.register(operator, collectors.get(5)));
        says("update config in the setup phase", () -> player.lengths(500L, null, null));
        says("update clusters in the setup phase", () -> player.lengths(null, null, 2));
        says(
                "safe threshold while the DKG runs",
                () ->
                        player.drive(
                                ContractPlayer.SERVICE, "safe_threshold", optional(ufix64("0.5"))));
    }

    @Test
    void messagesAndSubmissionsThatAreWrong() throws Aborted {
        FlowAddress operator = player.operator("9000000.0");
        player.register(operator, collectors.get(0));
        for (FixtureNodes.Node node : consensus.subList(0, 3)) {
            player.register(operator, node);
        }
        FlowAddress machine = player.machine(consensus.get(0));
        says("DKG message before any DKG", () -> player.post(machine, "x"));
        says("final submission before any DKG", () -> empty(machine));
        player.lengths(null, null, 1);
        player.approve(
                List.of(collectors.get(0), consensus.get(0), consensus.get(1), consensus.get(2)));
        player.heartbeat("END_AUCTION");
        says("DKG empty message", () -> player.post(machine, ""));
        String key = "ab".repeat(96);
        says("submission with too few keys", () -> submit(machine, key, 2, 3, key));
        says(
                "submission with too few keys and a matching mapping",
                () -> submit(machine, key, 2, 2, key));
        says("submission with a short group key", () -> submit(machine, "ab", 3, 3, key));
        says("submission with a short participant key", () -> submit(machine, key, 3, 3, "ab"));
        says("submission with an empty key vector", () -> submit(machine, key, 0, 0, key));
        submit(machine, key, 3, 3, "zz".repeat(96));
        says("submission twice", () -> submit(machine, key, 3, 3, key));
    }

    @Test
    void transitionsAndSettingsThatAreWrong() throws Aborted {
        says("EPOCHSETUP with fewer collectors than clusters", () -> heartbeat("END_AUCTION"));
        says("EPOCHCOMMIT during the auction", () -> heartbeat("COMMIT"));
        says("ENDEPOCH during the auction", () -> heartbeat("END_EPOCH"));
        says("epoch views too small", () -> player.lengths(20L, null, null));
        says("auction views too large", () -> player.lengths(null, 90L, null));
        says(
                "approve an unknown node",
                () ->
                        player.drive(
                                ContractPlayer.SERVICE,
                                "approve_nodes",
                                array(string(OTHER_ID)),
                                array(Collections.nCopies(5, uint16(1)))));
        says(
                "safe threshold 1.5",
                () ->
                        player.drive(
                                ContractPlayer.SERVICE, "safe_threshold", optional(ufix64("1.5"))));
    }

    private void heartbeat(String transition) throws Aborted {
        player.heartbeat(transition);
    }

    private void wrong(
            FlowAddress operator, FixtureNodes.Node node, int at, CadenceValue value, String name)
            throws Aborted {
        CadenceValue[] arguments = ContractPlayer.registration(node);
        arguments[at] = value;
        says(name, () -> player.send(operator, "registration/register_node", arguments));
    }

    private void create(FlowAddress operator, FixtureNodes.Node node) throws Aborted {
        player.send(
                operator,
                "registration/create_machine_account",
                string(node.id()),
                string(node.machineKey()),
                uint8(1),
                uint8(3));
    }

    private void vote(String name, FixtureNodes.Node node, String signature, String message) {
        says(name, () -> player.vote(player.machine(node), signature, message));
    }

    private void empty(FlowAddress machine) throws Aborted {
        player.send(machine, "registration/send_empty_final_submission");
    }

    private void submit(
            FlowAddress machine, String groupKey, int keys, int mapped, String participantKey)
            throws Aborted {
        Map<CadenceValue, CadenceValue> mapping = new LinkedHashMap<>();
        for (int i = 0; i < mapped; i++) {
            mapping.put(string(consensus.get(i).id()), integer(i));
        }
        player.send(
                machine,
                "registration/send_final_submission",
                string(groupKey),
                array(Collections.nCopies(keys, string(participantKey))),
                dictionary(mapping));
    }

    /** Compares with the recorded line, with IDs and proofs left out. */
    private void says(String name, Act act) {
        World before = player.world();
        String core = "";
        try {
            act.run();
        } catch (Aborted e) {
            core = e.core();
        }
        assertThat(recorded.has(name)).as("%s was recorded", name).isTrue();
        assertThat(core.replaceAll("[0-9a-f]{64,96}", "<hex>"))
                .as(name)
                .isEqualTo(recorded.path(name).asText());
        assertThat(player.world()).as(name).isSameAs(before);
    }

    private static JsonNode recorded() {
        try (InputStream file = ContractWordsTest.class.getResourceAsStream("words.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Act {
        void run() throws Aborted;
    }
}
