package io.epochdesk.cli;

import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FieldForm;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.FolderValues;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which flow, and its values: from a bootstrap folder, and typed ones before those. */
final class FlowOptions {

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FLOW")
    private String flow = "";

    @Option(names = "--value", paramLabel = "NAME=TEXT")
    private List<String> typed = new ArrayList<>();

    @Option(names = "--bootstrap", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--node", paramLabel = "ID")
    private String node = "";

    /**
     * Values, and where those are from that were not typed.
     *
     * @param texts by field
     * @param origins a folder, by field
     */
    record Given(Map<Field, String> texts, Map<Field, String> origins) {}

    /** The flow that was named. */
    FlowKind kind(Words words) {
        return FlowKind.named(flow)
                .orElseThrow(() -> unusable(words, "plan.noFlow", "value", flow, "known", known()));
    }

    /** The values given for it. */
    Given given(FlowKind kind, Words words) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        Map<Field, String> origins = new EnumMap<>(Field.class);
        if (folder != null) {
            texts.putAll(inFolder(folder, words));
            texts.keySet().retainAll(kind.fields());
            String origin = folder.toString();
            texts.keySet().forEach(field -> origins.put(field, origin));
        }
        Map<Field, String> own = typed(kind, words);
        texts.putAll(own);
        origins.keySet().removeAll(own.keySet());
        // most accounts have one key; the check of weights tells where it is not enough
        texts.putIfAbsent(Field.SIGNING_KEYS, "0");
        return new Given(texts, origins);
    }

    private Map<Field, String> typed(FlowKind kind, Words words) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (String each : typed) {
            int sign = each.indexOf('=');
            String name = sign < 0 ? each : each.substring(0, sign);
            Field field = field(kind, name, words);
            String text = sign < 0 ? "" : each.substring(sign + 1);
            boolean again = texts.containsKey(field);
            if (again && !hasLines(field)) {
                throw unusable(words, "plan.twice", "value", name);
            }
            texts.merge(field, text, (before, line) -> before + "\n" + line);
        }
        return texts;
    }

    private static boolean hasLines(Field field) {
        return field.form() == FieldForm.REFILLS
                || field.form() == FieldForm.STAKING_KEYS
                || field.form() == FieldForm.MAPPING;
    }

    private Field field(FlowKind kind, String name, Words words) {
        return kind.fields().stream()
                .filter(field -> dashed(field).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                unusable(
                                        words,
                                        "plan.noValue",
                                        "value",
                                        name,
                                        "known",
                                        kind.fields().stream()
                                                .map(FlowOptions::dashed)
                                                .collect(Collectors.joining(", "))));
    }

    private Map<Field, String> inFolder(Path place, Words words) {
        try (BootstrapFindings found = new BootstrapFolder().look(place)) {
            List<FoundNode> meant =
                    found.nodes().stream()
                            .filter(one -> one.nodeId().startsWith(node.toLowerCase(Locale.ROOT)))
                            .toList();
            if (meant.size() != 1) {
                throw unusable(
                        words,
                        "plan.whichNode",
                        "folder",
                        place.toString(),
                        "count",
                        meant.size(),
                        "value",
                        node);
            }
            return FolderValues.of(meant.getFirst());
        }
    }

    /** A constant as it is written on the command line: {@code NODE_ID} is {@code node-id}. */
    static String dashed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String known() {
        return Arrays.stream(FlowKind.values())
                .map(FlowOptions::dashed)
                .collect(Collectors.joining(", "));
    }

    /** Something about the command line that cannot be used. */
    CommandLine.ParameterException unusable(Words words, String key, Object... facts) {
        CommandSpec mixee = Objects.requireNonNull(spec);
        return new CommandLine.ParameterException(mixee.commandLine(), words.say(key, facts));
    }
}
