package io.epochdesk.registration.view;

import io.epochdesk.live.Provenance;
import io.epochdesk.registration.Argument;
import io.epochdesk.registration.Check;
import io.epochdesk.registration.Evidence;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FieldForm;
import io.epochdesk.registration.Finding;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.FlowRecord;
import io.epochdesk.registration.FlowRecord.Result;
import io.epochdesk.registration.FlowWords;
import io.epochdesk.registration.Sending;
import io.epochdesk.registration.Step;
import io.epochdesk.registration.Template;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.wizard.Known;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What flows know, as the window says it. */
final class FlowTexts {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern LONG_HEX = Pattern.compile("[0-9a-f]{40,}");

    private final Words words;
    private final FlowWords flows;

    FlowTexts(Words words) {
        this.words = words;
        flows = new FlowWords(words);
    }

    /** The words these texts are made of. */
    Words words() {
        return words;
    }

    /** What is said alike on the command line. */
    FlowWords flows() {
        return flows;
    }

    /** What cannot be undone, or what to mind; empty where there is nothing. */
    String warning(FlowKind kind) {
        String key = "flows.warns." + kind.name() + ".why";
        return words.has(key) ? words.say(key) : flows.warning(kind);
    }

    /** What will be signed, one transaction each. */
    List<String> transactions(FlowKind kind) {
        return kind.templates().stream().map(this::template).toList();
    }

    private String template(Template template) {
        return template.standsFor().isEmpty()
                ? flows.name(template)
                : words.say(
                        "flows.template",
                        "template",
                        flows.name(template),
                        "audited",
                        template.standsFor());
    }

    /** What stands above a step's page. */
    String heading(Step step) {
        return words.name("flows.heading", step);
    }

    /** What a value is and where it comes from. */
    String help(Field field) {
        return flows.help(field) + " " + flows.origin(field);
    }

    /** A check's outcome, long values shortened. */
    String finding(Finding finding) {
        return flows.sentence(
                new Finding(
                        finding.check(),
                        finding.verdict(),
                        shown(finding.facts()),
                        finding.evidence()));
    }

    /** What to do about a check that is not fit. */
    String advice(Check check) {
        return words.name("flows.advice", check);
    }

    /** What an argument is called, as the beginning of a line. */
    String meaning(Argument argument) {
        String meaning = flows.meaning(argument);
        return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1);
    }

    /** A piece of evidence on one line. */
    String evidence(Evidence evidence) {
        Provenance from = evidence.provenance();
        String value = shown(evidence.value());
        return from == null
                ? words.say(
                        "flows.evidence.entered",
                        "what",
                        shown(evidence.what()),
                        "value",
                        value,
                        "source",
                        evidence.source())
                : words.say(
                        "flows.evidence.read",
                        "what",
                        shown(evidence.what()),
                        "value",
                        value,
                        "source",
                        evidence.source(),
                        "height",
                        from.height(),
                        "node",
                        from.source());
    }

    /** A value as it is shown: IDs and keys shortened, amounts with thin separators. */
    String value(Field field, String text) {
        FieldForm form = field.form();
        if (form == FieldForm.AMOUNT && AMOUNT.matcher(text).matches()) {
            return Formats.flow(new BigDecimal(text));
        }
        return switch (form) {
            case REFILLS, STAKING_KEYS, MAPPING -> words.count("flows.lines", text.lines().count());
            case TEXT -> words.say("flows.characters", "count", text.length());
            default -> shown(text);
        };
    }

    /** What is known so far, in the order in which it became known. */
    List<Known> known(FlowRecord record, String network) {
        List<Known> all = new ArrayList<>();
        all.add(Known.of(words.say("flows.known.network"), network));
        for (Field field : record.kind().fields()) {
            String text = record.values().getOrDefault(field, "");
            if (!text.isEmpty()) {
                all.add(new Known(flows.name(field), value(field, text), text));
            }
        }
        for (Sending sending : record.sendings()) {
            String id = sending.id();
            if (id != null) {
                all.add(new Known(words.say("flows.known.transaction"), Formats.shortId(id), id));
            }
        }
        for (Result result : Result.values()) {
            String found = record.results().get(result);
            if (found != null) {
                all.add(new Known(words.name("flows.known", result), shown(found), found));
            }
        }
        return all;
    }

    private static Map<String, String> shown(Map<String, String> facts) {
        Map<String, String> all = new HashMap<>();
        facts.forEach(
                (name, value) ->
                        all.put(
                                name,
                                AMOUNT.matcher(value).matches()
                                        ? Formats.decimal(new BigDecimal(value))
                                        : shown(value)));
        return all;
    }

    /** Long hex in the middle of a text is shortened, too. */
    static String shown(String value) {
        return LONG_HEX.matcher(value).replaceAll(found -> Formats.shortId(found.group()));
    }
}
