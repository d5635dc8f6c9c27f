package io.epochdesk.dkg.view;

import io.epochdesk.bls.Complaint;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.dkg.DkgForecast.WrongView;
import io.epochdesk.text.Words;

import java.util.List;
import java.util.stream.Collectors;

/** What the console's own review makes of a node, in words. */
final class JudgementWords {

    private final Words words;

    JudgementWords(Words words) {
        this.words = words;
    }

    /** How a node stands as a dealer, with the reason and what shows it. */
    String standing(NodeRow row) {
        DealerJudgement judged = row.judged();
        return judged == null ? words.say("dkg.standing.unknown") : standing(judged);
    }

    /** The same of a dealer alone. */
    String standing(DealerJudgement judged) {
        return switch (judged.standing()) {
            case AWAITED -> words.say("dkg.standing.awaited");
            case QUALIFIED -> words.say("dkg.standing.good");
            case ACCUSED -> {
                List<Integer> waiting =
                        judged.complaints().stream()
                                .filter(Complaint::isOpen)
                                .map(Complaint::complainer)
                                .toList();
                yield words.count("dkg.accused", waiting.size(), "nodes", indexes(waiting));
            }
            case DISQUALIFIED -> words.say("dkg.out", "reason", reason(judged));
        };
    }

    /** Why a dealer is out, with the message that shows it; empty when it is not out. */
    String reason(DealerJudgement judged) {
        Disqualification why = judged.disqualification();
        if (why == null) {
            return "";
        }
        String reason = words.name("dkg.reason", why.reason(), "node", why.complainer());
        return why.evidence() < 0
                ? reason
                : words.say("dkg.reason.shown", "reason", reason, "message", why.evidence());
    }

    /** A node's final submission, held against the recomputed keys where there are any. */
    String submission(NodeRow row) {
        WrongView wrong = row.wrong();
        if (wrong != null && wrong.kind() == WrongView.Kind.OTHER_KEYS) {
            return otherKeys(row);
        }
        return row.agrees()
                ? words.say("dkg.submission.agrees")
                : words.name("dkg.submission", row.done().submission());
    }

    private String otherKeys(NodeRow row) {
        List<Integer> differing = row.differingKeys();
        return differing.size() > 1 && differing.size() >= row.committeeSize()
                ? words.say("dkg.submission.allDiffer")
                : words.count(
                        "dkg.submission.keysDiffer", differing.size(), "keys", indexes(differing));
    }

    /** How a member sees the DKG otherwise, in a few words. */
    String wrongView(WrongView view, int committee) {
        if (view.kind() == WrongView.Kind.OTHER_KEYS && view.difference() != null) {
            List<Integer> nodes = view.difference().nodes();
            return nodes.size() >= committee
                    ? words.say("dkg.wrong.ALL_KEYS", "node", view.index())
                    : words.say(
                            "dkg.wrong.OTHER_KEYS",
                            "node",
                            view.index(),
                            "keys",
                            nodes.isEmpty() ? words.say("dkg.wrong.group") : indexes(nodes));
        }
        return words.say("dkg.wrong." + view.kind().name(), "node", view.index());
    }

    static String indexes(List<Integer> indexes) {
        return indexes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
