package io.epochdesk.fleet.words;

import io.epochdesk.doctor.Verdict;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.text.Words;

import java.util.ArrayList;
import java.util.List;

/** The own nodes as a whole, in words. */
public final class FleetText {

    private FleetText() {}

    /** How they are and how much needs the operator, in a line. */
    public static String summary(Words words, FleetSnapshot fleet) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict :
                List.of(Verdict.UNFIT, Verdict.AT_RISK, Verdict.UNKNOWN, Verdict.FIT)) {
            long count = fleet.count(verdict);
            if (count > 0) {
                parts.add(words.name("fleet.summary", verdict, "count", count));
            }
        }
        return words.say(
                "fleet.summary",
                "nodes",
                words.count("fleet.summary.nodes", fleet.nodes().size()),
                "verdicts",
                String.join(", ", parts),
                "needs",
                fleet.needs().isEmpty()
                        ? words.say("fleet.summary.calm")
                        : words.count("fleet.summary.needs", fleet.needs().size()));
    }
}
