package io.epochdesk.cli;

import io.epochdesk.registration.SignedFile;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code plan}, {@code build} and {@code send} print as text. */
final class FlowText {

    private final Words words;
    private final Lines lines = new Lines();

    FlowText(Formats formats) {
        this.words = formats.words();
    }

    /** A document as text; a file that was shown before is not shown again. */
    List<String> of(FlowDocument document) {
        lines.wrapped("", document.answer());
        document.problems().forEach(this::problem);
        if (!document.checks().isEmpty()) {
            lines.blank();
            document.checks().forEach(this::check);
            asOf(document.checks());
        }
        if (document.cost() != null) {
            lines.blank();
            cost(document.cost());
        }
        FlowDocument.DryRun dryRun = document.dryRun();
        if (dryRun != null) {
            lines.wrapped("", dryRun.sentence());
            if (dryRun.refusal() != null) {
                refusal(dryRun.refusal());
            }
        }
        boolean isShown = document.outcome() != null || document.checks().isEmpty();
        if (document.transaction() != null && !isShown) {
            lines.blank();
            transaction(document.transaction());
        }
        if (document.outcome() != null) {
            outcome(document.outcome());
        }
        return lines.all();
    }

    /** A signed file, whatever is to be said of it. */
    List<String> of(SignedFile file) {
        transaction(FlowDocuments.transaction(file));
        lines.blank();
        return lines.all();
    }

    private void problem(FlowDocument.Problem problem) {
        lines.wrapped(
                "  ",
                words.say("plan.line", "name", problem.field(), "sentence", problem.sentence()));
    }

    private void check(FlowDocument.CheckItem check) {
        lines.wrapped(
                "  ",
                words.say(
                        "plan.check",
                        "verdict",
                        words.say("plan.verdict." + check.verdict()),
                        "name",
                        check.name(),
                        "sentence",
                        check.sentence()));
        if (!check.verdict().equals("fit")) {
            check.evidence().forEach(this::evidence);
        }
    }

    /** When and where the checks were read: the oldest of what every node told. */
    private void asOf(List<FlowDocument.CheckItem> checks) {
        checks.stream()
                .flatMap(check -> check.evidence().stream())
                .map(DoctorDocument.Proof::origin)
                .filter(Objects::nonNull)
                .collect(
                        Collectors.toMap(
                                StatusDocument.Origin::source,
                                Function.identity(),
                                (one, other) -> one.height() <= other.height() ? one : other,
                                TreeMap::new))
                .values()
                .forEach(
                        origin ->
                                lines.wrapped(
                                        "  ",
                                        words.count(
                                                "plan.asOf",
                                                origin.ageSeconds(),
                                                "height",
                                                origin.height(),
                                                "node",
                                                origin.source())));
    }

    private void evidence(DoctorDocument.Proof proof) {
        StatusDocument.Origin origin = proof.origin();
        lines.wrapped(
                "    ",
                origin == null
                        ? words.say(
                                "plan.entered",
                                "what",
                                proof.what(),
                                "value",
                                proof.value(),
                                "source",
                                proof.source())
                        : words.say(
                                "plan.read",
                                "what",
                                proof.what(),
                                "value",
                                proof.value(),
                                "source",
                                proof.source(),
                                "height",
                                origin.height(),
                                "node",
                                origin.source()));
    }

    private void cost(FlowDocument.Cost cost) {
        lines.wrapped(
                "",
                words.say(
                        "plan.cost",
                        "most",
                        cost.most(),
                        "spent",
                        cost.spent(),
                        "fee",
                        cost.highestFee()));
    }

    private void transaction(FlowDocument.Transaction transaction) {
        say("plan.account", "account", transaction.account(), "keys", keys(transaction));
        if (transaction.referenceBlock() != null) {
            String left =
                    transaction.blocksLeft() == null
                            ? words.say("plan.unknownBlock")
                            : words.count("plan.left", transaction.blocksLeft());
            say("plan.reference", "block", transaction.referenceBlock(), "left", left);
        }
        transaction.signatures().forEach(this::signature);
        say(
                transaction.standsFor().isEmpty() ? "plan.script" : "plan.scriptFor",
                "hash",
                transaction.scriptSha256(),
                "id",
                transaction.standsFor());
        transaction.script().lines().forEach(line -> lines.add("  | " + line));
        for (FlowDocument.Argument argument : transaction.arguments()) {
            lines.add(
                    "  "
                            + words.say(
                                    "plan.line",
                                    "name",
                                    argument.name(),
                                    "sentence",
                                    argument.json().strip()));
        }
    }

    private static String keys(FlowDocument.Transaction transaction) {
        return transaction.keys().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void signature(FlowDocument.Signature signature) {
        say(
                signature.fits() ? "plan.signed" : "plan.signedWrongly",
                "account",
                signature.account(),
                "key",
                signature.keyIndex(),
                "weight",
                signature.weight());
    }

    private void refusal(FlowDocument.Refusal refusal) {
        lines.wrapped("  ", refusal.sentence());
        lines.wrapped("  ", refusal.line());
    }

    private void outcome(FlowDocument.Outcome outcome) {
        if (outcome.refusal() != null) {
            refusal(outcome.refusal());
        }
        outcome.results()
                .forEach(
                        (name, value) ->
                                lines.wrapped(
                                        "  ",
                                        words.say("plan.line", "name", name, "sentence", value)));
        for (FlowDocument.Shown shown : outcome.proof()) {
            lines.wrapped(
                    "  ",
                    words.say(
                            shown.shown() ? "plan.shown" : "plan.missing",
                            "sentence",
                            shown.sentence()));
            shown.evidence().forEach(this::evidence);
        }
    }

    private void say(String key, Object... facts) {
        lines.wrapped("", words.say(key, facts));
    }
}
