package io.epochdesk.registration.view;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.live.Provenance;
import io.epochdesk.registration.Evidence;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FlowRecord;
import io.epochdesk.registration.Proof;
import io.epochdesk.registration.Sending;
import io.epochdesk.text.Words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a flow came to, as text for people and as JSON for machines. Nothing in it is secret. */
final class Receipt {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Receipt() {}

    /** What the files are called unless the operator knows better. */
    static String name(FlowRecord record) {
        return "epochdesk-"
                + record.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "-"
                + record.id().substring(0, 8);
    }

    /**
     * Saves both beside each other.
     *
     * @param text where the text goes; the JSON goes beside it
     * @return both files, the text first
     * @throws io.epochdesk.fault.FaultException when the disk does not take them
     */
    static List<Path> save(
            FlowTexts words, String network, FlowRecord record, Proof proof, Path text) {
        String name = text.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path json = text.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
        try {
            Files.writeString(text, text(words, network, record, proof), StandardCharsets.UTF_8);
            Files.writeString(json, json(record, proof), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.CANNOT_WRITE,
                    e.toString(),
                    "file",
                    text.toString(),
                    "reason",
                    e.getClass().getSimpleName());
        }
        return List.of(text, json);
    }

    static String text(FlowTexts flow, String network, FlowRecord record, Proof proof) {
        Words words = flow.words();
        StringBuilder out = new StringBuilder();
        line(out, flow.flows().name(record.kind()));
        line(
                out,
                words.say(
                        "flows.receipt.network", "network", network, "binding", record.network()));
        line(out, words.say("flows.receipt.begun", "begun", record.begun()));
        line(out, "");
        record.kind()
                .fields()
                .forEach(
                        field -> line(out, flow.flows().name(field) + ": " + value(record, field)));
        record.results()
                .forEach(
                        (result, value) ->
                                line(out, words.name("flows.known", result) + ": " + value));
        line(out, "");
        proof.transactions()
                .forEach(
                        (id, height) ->
                                line(
                                        out,
                                        words.say(
                                                "flows.receipt.transaction",
                                                "id",
                                                id,
                                                "height",
                                                Long.toString(height))));
        line(out, "");
        for (Proof.Item item : proof.items()) {
            line(
                    out,
                    words.say(
                            item.shown() ? "flows.receipt.shown" : "flows.receipt.notShown",
                            "what",
                            flow.flows().sentence(item)));
            item.evidence().forEach(evidence -> line(out, "    " + plain(evidence)));
        }
        return out.toString();
    }

    private static String value(FlowRecord record, Field field) {
        return record.values().getOrDefault(field, "").replace("\n", "\n    ");
    }

    private static String plain(Evidence evidence) {
        Provenance from = evidence.provenance();
        String said = evidence.what() + ": " + evidence.value() + " (" + evidence.source();
        return from == null
                ? said + ")"
                : said + ", height " + from.height() + ", " + from.source() + ")";
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }

    static String json(FlowRecord record, Proof proof) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", 1);
        root.put("flow", record.kind().name());
        root.put("id", record.id());
        ObjectNode network = root.putObject("network");
        network.put("profile", record.network().profile());
        network.put("chain", record.network().chain());
        network.put("rootBlock", record.network().rootBlock());
        root.put("begun", record.begun().toString());
        root.put("complete", proof.isComplete());
        ObjectNode values = root.putObject("values");
        record.kind()
                .fields()
                .forEach(
                        field -> values.put(field.name(), record.values().getOrDefault(field, "")));
        ObjectNode results = root.putObject("results");
        record.results().forEach((result, value) -> results.put(result.name(), value));
        ArrayNode transactions = root.putArray("transactions");
        for (Sending sending : record.sendings()) {
            if (sending.id() != null && sending.ending() != null) {
                ObjectNode one = transactions.addObject();
                one.put("id", sending.id());
                one.put("ending", sending.ending().kind().name());
                one.put("height", sending.ending().height());
            }
        }
        ArrayNode proved = root.putArray("proof");
        for (Proof.Item item : proof.items()) {
            ObjectNode one = proved.addObject();
            one.put("what", item.what().name());
            one.put("shown", item.shown());
            ArrayNode all = one.putArray("evidence");
            item.evidence().forEach(evidence -> put(all.addObject(), evidence));
        }
        return JSON.writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode to, Evidence evidence) {
        to.put("what", evidence.what());
        to.put("value", evidence.value());
        to.put("source", evidence.source());
        Provenance from = evidence.provenance();
        if (from != null) {
            to.put("height", from.height());
            to.put("node", from.source());
        }
    }
}
