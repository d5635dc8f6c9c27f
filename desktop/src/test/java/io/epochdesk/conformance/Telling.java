package io.epochdesk.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer as lines of text that two chains can have in common: types, shapes and values, without
 * what each chain makes up for itself (addresses of new accounts, IDs, locations, the current view,
 * random numbers), and without an order where a contract takes it from a dictionary.
 */
final class Telling {

    /** Accounts of the contracts; any other address is one that was made on the way. */
    private static final Set<String> KNOWN =
            Set.of("f8d6e0586b0a20c7", "0ae53cb6e3f42a79", "ee82856bf20e2aa6", "e5a8b7f23e8b548f");

    /** Fields whose values each chain makes up: only their type is told. */
    private static final Set<String> OWN =
            Set.of(
                    "view",
                    "randomSource",
                    "refTimestamp",
                    "targetEndTime",
                    "totalFlowSupply",
                    "vaultUUID",
                    "depositedUUID",
                    "withdrawnUUID",
                    "fromUUID",
                    "toUUID",
                    "storageUsed",
                    "executionEffort",
                    "balanceAfter",
                    "providerUUID",
                    "uuid");

    /** Arrays whose order comes from a dictionary or is drawn. */
    private static final Set<String> UNORDERED =
            Set.of(
                    "nodeInfo",
                    "members",
                    "committee",
                    "submitters",
                    "voterIDs",
                    "voteSignatures",
                    "nodeIds",
                    "approved",
                    "staked",
                    "proposed");

    private static final Pattern CODE = Pattern.compile("\\[Error Code: (\\d+)]");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![0-9a-f])(0x)?([0-9a-f]{16})(?![0-9a-f])");
    private static final Pattern LONG_HEX = Pattern.compile("[0-9a-fA-F]{33,}");

    /** An access node says it so (flow-go {@code access/validator}), an emulator otherwise. */
    private static final Pattern ACCESS_LIMIT =
            Pattern.compile(
                    "gas limit \\((\\d+)\\) is not in the acceptable range \\(min: 1, max:"
                            + " (\\d+)\\)");

    private static final String EMULATOR_LIMIT =
            "compute limit ($1) exceeds the maximum compute limit ($2)";
    private static final int KEPT = 12;
    private static final int SHORT = 48;

    private Telling() {}

    /** The lines. */
    static List<String> of(Answer answer) {
        List<String> lines = new ArrayList<>();
        switch (answer.kind()) {
            case SUCCEEDED -> lines.add("succeeded");
            case FAILED -> lines.add("failed " + code(answer.text()) + " " + words(answer.text()));
            case REFUSED -> lines.add("refused " + words(answer.text()));
        }
        JsonNode value = answer.value();
        if (value != null) {
            lines.add("value " + typed("", value));
        }
        lines.addAll(events(answer.events()));
        return lines;
    }

    /**
     * Moves of tokens belong to the event before them; such groups that begin with the same type
     * are told in the order of their text, since contracts go through dictionaries.
     */
    private static List<String> events(List<Answer.Event> events) {
        List<String> lines = new ArrayList<>();
        List<String> run = new ArrayList<>();
        String type = "";
        for (Answer.Event event : events) {
            String line = "event " + typed("", event.payload());
            if (isMove(event) && !run.isEmpty()) {
                run.add(run.removeLast() + "\n" + line);
                continue;
            }
            if (!event.type().equals(type)) {
                Collections.sort(run);
                lines.addAll(run);
                run.clear();
                type = event.type();
            }
            run.add(line);
        }
        Collections.sort(run);
        lines.addAll(run);
        return lines.stream().flatMap(String::lines).toList();
    }

    private static boolean isMove(Answer.Event event) {
        return event.type().contains(".FungibleToken.") || event.type().contains(".FlowToken.");
    }

    static String code(String text) {
        Matcher code = CODE.matcher(text);
        return code.find() ? code.group(1) : "-";
    }

    /** The contract's or the chain's words without locations, addresses and IDs. */
    static String words(String text) {
        int error = text.indexOf("\nerror: ");
        String said;
        if (error >= 0) {
            String rest = text.substring(error + 1);
            Matcher end = Pattern.compile("\n *-->|\n\n").matcher(rest);
            said = end.find() ? rest.substring(0, end.start()) : rest;
        } else if (text.contains("* ")) {
            said = text.substring(text.indexOf("* ") + 2);
        } else {
            said = text;
        }
        said = ACCESS_LIMIT.matcher(said).replaceAll(EMULATOR_LIMIT);
        said = said.replace("invalid transaction: ", "").strip().replaceAll("\\s+", " ");
        said = said.replaceAll("uses \\d+ bytes", "uses some bytes");
        said = LONG_HEX.matcher(said).replaceAll(match -> shortened(match.group()));
        return ADDRESS.matcher(said)
                .replaceAll(match -> KNOWN.contains(match.group(2)) ? match.group(2) : "<address>");
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, KEPT) + "…" + text.length();
    }

    private static String typed(String name, JsonNode typed) {
        String type = typed.path("type").asText();
        JsonNode value = typed.path("value");
        return switch (type) {
            case "Optional" -> value.isNull() ? "nil" : typed(name, value) + "?";
            case "Array" -> array(name, value);
            case "Dictionary" -> dictionary(value);
            case "Struct", "Event", "Resource", "Enum" -> composite(value);
            case "Capability" -> "Capability " + address(value.path("address").asText());
            case "Type" -> "Type";
            case "Path" ->
                    "/" + value.path("domain").asText() + "/" + value.path("identifier").asText();
            case "Void" -> "Void";
            default -> type + " " + plain(name, type, value.asText());
        };
    }

    private static String plain(String name, String type, String value) {
        if (OWN.contains(name)) {
            return "*";
        }
        return switch (type) {
            case "Address" -> address(value);
            case "String" -> '"' + shortened(value.replace("\n", "\\n")) + '"';
            default -> value;
        };
    }

    private static String address(String value) {
        String digits = value.startsWith("0x") ? value.substring(2) : value;
        return KNOWN.contains(digits) ? digits : "<address>";
    }

    private static String array(String name, JsonNode items) {
        List<String> told = new ArrayList<>();
        items.forEach(item -> told.add(typed(name, item)));
        if (UNORDERED.contains(name)) {
            Collections.sort(told);
        }
        return "[" + String.join(", ", told) + "]";
    }

    private static String dictionary(JsonNode pairs) {
        List<String> told = new ArrayList<>();
        pairs.forEach(
                pair -> {
                    String key = pair.path("key").path("value").asText();
                    told.add(typed("", pair.path("key")) + ": " + typed(key, pair.path("value")));
                });
        Collections.sort(told);
        return "{" + String.join(", ", told) + "}";
    }

    private static String composite(JsonNode value) {
        List<String> told = new ArrayList<>();
        for (JsonNode field : value.path("fields")) {
            String name = field.path("name").asText();
            told.add(name + ": " + typed(name, field.path("value")));
        }
        Collections.sort(told);
        return typeName(value.path("id").asText()) + "(" + String.join(", ", told) + ")";
    }

    /** Structs of a script carry the script's own location. */
    private static String typeName(String id) {
        return id.startsWith("s.") ? "s." + id.substring(id.lastIndexOf('.') + 1) : id;
    }
}
