package io.epochdesk.fleet.words;

import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.words.FindingText;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Need;
import io.epochdesk.fleet.Notification;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A need in words.
 *
 * @param title what it is, in a short sentence
 * @param cause what it follows from
 * @param deadline by when; empty where there is no deadline or it is not known
 * @param step what to do; empty when it is over
 */
public record NeedText(String title, String cause, String deadline, String step) {

    /** The words for a need at a moment. */
    public static NeedText of(Formats formats, Need need, FleetSnapshot fleet, Instant now) {
        Words words = formats.words();
        FindingText finding = finding(formats, need, fleet, now);
        Map<String, String> facts = facts(need);
        facts.put(
                "finding",
                finding == null ? need.facts().getOrDefault("check", "") : finding.sentence());
        String step =
                finding == null || finding.steps().isEmpty()
                        ? words.sayFacts("fleet.need." + key(need) + ".step", facts)
                        : finding.steps().getFirst().sentence();
        return new NeedText(
                words.sayFacts("fleet.need." + need.kind() + ".title", facts),
                words.sayFacts("fleet.need." + key(need) + ".cause", facts),
                deadline(formats, need, now),
                step);
    }

    /** The words for a notification at a moment. */
    public static NeedText of(
            Formats formats, Notification notification, FleetSnapshot fleet, Instant now) {
        Need need = notification.need();
        if (!notification.resolved()) {
            return of(formats, need, fleet, now);
        }
        return new NeedText(
                formats.words()
                        .sayFacts(
                                "fleet.need."
                                        + need.kind()
                                        + (notification.well() ? ".well" : ".over"),
                                facts(need)),
                "",
                "",
                "");
    }

    /** Everything in one line, for a terminal. */
    public String line() {
        return String.join(
                " ",
                Stream.of(title, cause, deadline, step).filter(part -> !part.isEmpty()).toList());
    }

    /** Everything but the title, a sentence a part. */
    public List<String> body() {
        return Stream.of(cause, deadline, step).filter(part -> !part.isEmpty()).toList();
    }

    /** A message that was not posted while it counted is another matter than one that is late. */
    private static String key(Need need) {
        boolean missed = Boolean.parseBoolean(need.facts().getOrDefault("over", "false"));
        return need.kind() + (need.kind() == Need.Kind.MESSAGE_LATE && missed ? ".missed" : "");
    }

    private static Map<String, String> facts(Need need) {
        Map<String, String> facts = new HashMap<>(need.facts());
        facts.put("epoch", Formats.number(need.epoch()));
        facts.putIfAbsent("node", Formats.shortId(need.nodeId()));
        return facts;
    }

    private static String deadline(Formats formats, Need need, Instant now) {
        Instant at = need.deadline();
        if (at == null || !at.isAfter(now)) {
            return "";
        }
        String key =
                switch (need.kind()) {
                    case SETUP_WITHIN_DAY, SETUP_WITHIN_HOUR -> "fleet.need.opens";
                    case UNFIT -> "fleet.need.matters";
                    default -> "fleet.need.due";
                };
        return formats.words()
                .say(key, "distance", formats.distance(at, now), "time", formats.instant(at, now));
    }

    private static @Nullable FindingText finding(
            Formats formats, Need need, FleetSnapshot fleet, Instant now) {
        if (need.kind() != Need.Kind.UNFIT) {
            return null;
        }
        return fleet.nodes().stream()
                .filter(node -> node.nodeId().equals(need.nodeId()))
                .map(FleetNode::examination)
                .filter(examination -> examination != null && !examination.findings().isEmpty())
                .map(Examination::findings)
                .map(findings -> FindingText.of(formats, findings.getFirst(), now))
                .findFirst()
                .orElse(null);
    }
}
