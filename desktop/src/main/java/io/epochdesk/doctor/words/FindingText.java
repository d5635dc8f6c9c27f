package io.epochdesk.doctor.words;

import io.epochdesk.doctor.Consequence;
import io.epochdesk.doctor.Evidence;
import io.epochdesk.doctor.Finding;
import io.epochdesk.doctor.Moment;
import io.epochdesk.live.Provenance;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding in words.
 *
 * @param code the stable code
 * @param sentence what was found
 * @param consequence what comes of it if nothing is done, and when
 * @param steps what to do, the best first
 * @param evidence what it rests on
 */
public record FindingText(
        String code,
        String sentence,
        String consequence,
        List<RemedyText> steps,
        List<String> evidence) {

    public FindingText {
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
    }

    /** The words for a finding at a moment. */
    public static FindingText of(Formats formats, Finding finding, Instant now) {
        Words words = formats.words();
        return new FindingText(
                finding.check().code(),
                words.sayFacts("doctor.finding." + finding.check(), facts(words, finding)),
                consequence(formats, finding.consequence(), now),
                finding.remedies().stream().map(each -> RemedyText.of(words, each)).toList(),
                finding.evidence().stream().map(each -> evidence(formats, each, now)).toList());
    }

    /** The facts, with those that are constants put in words. */
    private static Map<String, String> facts(Words words, Finding finding) {
        Map<String, String> facts = new HashMap<>(finding.facts());
        facts.computeIfPresent("network", (_, name) -> words.say("doctor.network." + name));
        facts.computeIfPresent("role", (_, name) -> words.say("doctor.role." + name));
        facts.computeIfPresent("part", (_, name) -> words.say("doctor.part." + name));
        return facts;
    }

    private static String consequence(Formats formats, Consequence consequence, Instant now) {
        return formats.words()
                .sayFacts(
                        "doctor.consequence." + consequence.kind(),
                        Map.of("setup", setup(formats, consequence.moment(), now)));
    }

    private static String setup(Formats formats, Moment moment, Instant now) {
        Words words = formats.words();
        Instant at = moment.at();
        String distance = at == null || !at.isAfter(now) ? "" : formats.distance(at, now);
        boolean timed = !distance.isEmpty();
        return switch (moment.when()) {
            case OPENS ->
                    timed
                            ? words.say(
                                    "doctor.setup.opens",
                                    "epoch",
                                    moment.epoch(),
                                    "distance",
                                    distance)
                            : words.say("doctor.setup.opensNext", "epoch", moment.epoch());
            case IS_OPEN ->
                    timed
                            ? words.say(
                                    "doctor.setup.open",
                                    "epoch",
                                    moment.epoch(),
                                    "distance",
                                    distance)
                            : words.say("doctor.setup.openNow", "epoch", moment.epoch());
            case NOT_KNOWN -> words.say("doctor.setup.unknown");
        };
    }

    private static String evidence(Formats formats, Evidence evidence, Instant now) {
        Words words = formats.words();
        String what = words.name("doctor.evidence", evidence.what());
        String value = evidence.value().isEmpty() ? words.say("doctor.nothing") : evidence.value();
        Provenance provenance = evidence.provenance();
        if (provenance != null) {
            return words.say(
                    "doctor.seenAt",
                    "what",
                    what,
                    "value",
                    value,
                    "source",
                    evidence.source(),
                    "height",
                    provenance.height(),
                    "node",
                    provenance.source(),
                    "age",
                    formats.age(Duration.between(provenance.readAt(), now)));
        }
        return evidence.source().isEmpty()
                ? words.say("doctor.seen", "what", what, "value", value)
                : words.say(
                        "doctor.seenIn", "what", what, "value", value, "source", evidence.source());
    }
}
