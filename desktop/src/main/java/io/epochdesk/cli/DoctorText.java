package io.epochdesk.cli;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.doctor.Consequence;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.Finding;
import io.epochdesk.doctor.Runway;
import io.epochdesk.doctor.words.FindingText;
import io.epochdesk.live.Reading;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** An examination as text: the answer, then one block a node, the worst first. */
final class DoctorText {

    private final Formats formats;
    private final Words words;
    private final Instant now;
    private final Lines lines = new Lines();

    DoctorText(Formats formats, Instant now) {
        this.formats = formats;
        this.words = formats.words();
        this.now = now;
    }

    List<String> of(String answer, List<Examination> all) {
        lines.wrapped("", answer);
        all.stream().sorted(Comparator.comparingInt(DoctorText::rank)).forEach(this::node);
        return lines.all();
    }

    private static int rank(Examination examination) {
        return switch (examination.verdict()) {
            case UNFIT -> 0;
            case UNKNOWN -> 1;
            case AT_RISK -> 2;
            case FIT -> 3;
        };
    }

    private void node(Examination examination) {
        lines.blank();
        Reading<NodeStanding> standing = examination.standing();
        lines.add(
                words.say(
                        "doctor.heading",
                        "node",
                        examination.node().nodeId(),
                        "role",
                        standing == null
                                ? words.say("doctor.role.unknown")
                                : words.say("doctor.role." + standing.value().role().name()),
                        "verdict",
                        words.name("doctor.verdict", examination.verdict())));
        account(examination);
        examination.findings().forEach(this::finding);
    }

    private void account(Examination examination) {
        Reading<OnChainAccount> account = examination.account();
        if (account == null) {
            return;
        }
        lines.wrapped(
                "  ",
                words.say(
                        "doctor.account",
                        "address",
                        account.value().address(),
                        "balance",
                        account.value().balance().stripTrailingZeros().toPlainString()));
        Reading<Map<Integer, Long>> numbers = examination.sequenceNumbers();
        if (numbers != null) {
            numbers.value().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(
                            key ->
                                    lines.wrapped(
                                            "  ",
                                            words.count(
                                                    "doctor.keyUsed",
                                                    key.getValue(),
                                                    "index",
                                                    key.getKey())));
        }
        if (examination.runway() != null) {
            runway(examination.runway());
        }
    }

    private void runway(Runway runway) {
        String text =
                runway.epochsLeft().isPresent()
                        ? words.say(
                                "doctor.runwayEpochs",
                                "transactions",
                                runway.transactionsLeft(),
                                "epochs",
                                Formats.decimal(
                                        BigDecimal.valueOf(runway.epochsLeft().getAsDouble())
                                                .setScale(1, RoundingMode.DOWN)))
                        : words.say("doctor.runway", "transactions", runway.transactionsLeft());
        lines.wrapped("  ", text);
    }

    private void finding(Finding finding) {
        FindingText text = FindingText.of(formats, finding, now);
        lines.wrapped(
                "  ",
                text.code()
                        + "  "
                        + words.name("doctor.severity", finding.severity())
                        + ": "
                        + text.sentence());
        if (finding.consequence().kind() != Consequence.Kind.NONE) {
            lines.wrapped("    ", text.consequence());
        }
        text.steps()
                .forEach(
                        step ->
                                lines.wrapped(
                                        "    ", words.say("doctor.next", "step", step.sentence())));
        text.evidence()
                .forEach(
                        seen ->
                                lines.wrapped(
                                        "    ", words.say("doctor.seenLine", "evidence", seen)));
    }
}
