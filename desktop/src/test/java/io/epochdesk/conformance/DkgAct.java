package io.epochdesk.conformance;

import static io.epochdesk.emulator.Argument.array;
import static io.epochdesk.emulator.Argument.indices;
import static io.epochdesk.emulator.Argument.integer;
import static io.epochdesk.emulator.Argument.optional;
import static io.epochdesk.emulator.Argument.string;

import io.epochdesk.emulator.Argument;
import io.epochdesk.emulator.FixtureNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whiteboard messages and final submissions, right and wrong. */
final class DkgAct implements Act {

    private static final String POST = "registration/send_whiteboard_message";
    private static final String SUBMIT = "registration/send_final_submission";
    private static final String SUBMIT_EMPTY = "registration/send_empty_final_submission";
    private static final String GROUP = "ab".repeat(96);

    @Override
    public String name() {
        return "dkg";
    }

    @Override
    public void play(Trial trial) {
        List<FixtureNode> members = FixtureNode.of(FixtureNode.Role.CONSENSUS).subList(0, 4);
        List<FixtureNode> outsiders = FixtureNode.of(FixtureNode.Role.CONSENSUS).subList(4, 5);
        List<FixtureNode> all = new ArrayList<>(members);
        all.addAll(FixtureNode.of(FixtureNode.Role.COLLECTION).subList(0, 1));

        trial.lengths(null, null, 1);
        Actor operator = trial.operator(0, "10000000.0");
        List<FixtureNode> registered = new ArrayList<>(all);
        registered.addAll(outsiders);
        trial.register(operator, registered);
        trial.approve(all);
        FixtureNode first = members.get(0);

        safe(trial, "safe threshold of 150 %", "1.5");
        safe(trial, "safe threshold of 70 %", "0.7");
        post(trial, "message before any DKG", first, "hello");
        submitEmpty(trial, "submission before any DKG", first);
        trial.tries("the DKG begins", trial.service(), "heartbeat", string("END_AUCTION"));
        trial.asks("dkg before any message", "dkg/dkg");
        safe(trial, "safe threshold while the DKG runs", "0.5");

        trial.triesShipped("message without Participant", operator, POST, string("x"));
        post(trial, "message of a node outside the committee", outsiders.getFirst(), "hello");
        post(trial, "empty message", first, "");
        post(trial, "message", first, "hello");
        post(trial, "the same message again", first, "hello");
        post(trial, "message of 200,000 characters", members.get(1), "y".repeat(200_000));
        post(trial, "message of 300,000 characters", members.get(1), "y".repeat(300_000));
        post(trial, "message with quotes and line breaks", members.get(1), "\"a\"\n\\b é");
        trial.asks("whiteboard, all of it", "dkg/whiteboard", integer(0), integer(100));
        trial.asks("whiteboard, a part", "dkg/whiteboard", integer(1), integer(2));
        trial.asks("whiteboard, beyond its end", "dkg/whiteboard", integer(9), integer(20));
        trial.asks(
                "whiteboard, from a negative position", "dkg/whiteboard", integer(-1), integer(2));

        submissions(trial, members, first);
    }

    private static void submissions(Trial trial, List<FixtureNode> members, FixtureNode first) {
        List<String> keys = keys(members.size(), "cd");
        Map<String, Integer> mapping = mapping(members);
        Map<String, Integer> three = mapping(members.subList(0, 3));
        submit(trial, "submission with too few keys", first, GROUP, keys(3, "cd"), mapping);
        submit(trial, "submission not covering the committee", first, GROUP, keys(3, "cd"), three);
        Map<String, Integer> foreign = new LinkedHashMap<>(three);
        foreign.put("f".repeat(64), 3);
        submit(trial, "submission for a node outside the committee", first, GROUP, keys, foreign);
        submit(trial, "submission with a short group key", first, "abcd", keys, mapping);
        List<String> shortKey = new ArrayList<>(keys.subList(0, 3));
        shortKey.add("abcd");
        submit(trial, "submission with a short key", first, GROUP, shortKey, mapping);
        submit(trial, "submission without keys", first, GROUP, List.of(), Map.of());
        submit(trial, "submission", first, GROUP, keys, mapping);
        trial.asks("dkg after one submission", "dkg/dkg");
        submit(trial, "submission twice", first, GROUP, keys, mapping);
        Map<String, Integer> reversed = new LinkedHashMap<>();
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(mapping.entrySet());
        Collections.reverse(entries);
        entries.forEach(entry -> reversed.put(entry.getKey(), entry.getValue()));
        submit(
                trial,
                "submission, mapping in another order",
                members.get(1),
                GROUP,
                keys,
                reversed);
        submitEmpty(trial, "empty submission", members.get(2));
        submit(
                trial,
                "another submission",
                members.get(3),
                GROUP,
                keys(members.size(), "ef"),
                mapping);
        trial.asks("dkg with three kinds of submissions", "dkg/dkg");
        trial.tries("commit of an incomplete DKG", trial.service(), "heartbeat", string("COMMIT"));
    }

    private static void safe(Trial trial, String name, String percentage) {
        trial.tries(
                name, trial.service(), "safe_threshold", optional(percentage, Argument::ufix64));
    }

    static void post(Trial trial, String name, FixtureNode node, String content) {
        trial.triesShipped(name, trial.machine(node), POST, string(content));
    }

    static void submitEmpty(Trial trial, String name, FixtureNode node) {
        trial.triesShipped(name, trial.machine(node), SUBMIT_EMPTY);
    }

    static void submit(
            Trial trial,
            String name,
            FixtureNode node,
            String group,
            List<String> keys,
            Map<String, Integer> mapping) {
        trial.triesShipped(
                name,
                trial.machine(node),
                SUBMIT,
                string(group),
                array(keys, Argument::string),
                indices(mapping));
    }

    static List<String> keys(int number, String bytes) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            keys.add(bytes.repeat(95) + "0" + i);
        }
        return keys;
    }

    static Map<String, Integer> mapping(List<FixtureNode> members) {
        Map<String, Integer> mapping = new LinkedHashMap<>();
        for (FixtureNode member : members) {
            mapping.put(member.id(), mapping.size());
        }
        return mapping;
    }
}
