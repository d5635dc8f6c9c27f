package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.fault.FaultException;
import io.epochdesk.text.Words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What each check stops or asks, and what a real chain says when the transaction is sent all the
 * same. The table stands in the documentation between two marks.
 */
final class CheckTable {

    /** Writes the table anew instead of comparing. */
    static final boolean RECORDING = Boolean.getBoolean("epochdesk.registration.record");

    private static final Path DOCUMENT = Path.of("docs/registration.md");
    private static final String BEGIN = "<!-- checks: begin -->\n";
    private static final String END = "<!-- checks: end -->\n";
    private static final FlowWords WORDS = new FlowWords(new Words(Locale.ENGLISH));

    private final List<String> rows = new ArrayList<>();
    private final Set<Check> seen = EnumSet.noneOf(Check.class);

    /** Checks that a row was made for. */
    Set<Check> seen() {
        return seen;
    }

    /** The flow stops at its values: they have not their form. */
    void stopsAtValues(
            Check check, String situation, Flow flow, Field field, Supplier<String> anyway) {
        FieldProblem problem = Objects.requireNonNull(flow.problems().get(field), situation);
        FaultException refused = catchThrowableOfType(FaultException.class, flow::check);
        assertThat(refused.fault().code()).isEqualTo("TXN-812");
        add(check, situation, "stops", WORDS.sentence(problem), anyway.get());
        flow.close();
    }

    /** The flow stops at its checks. */
    void stops(Check check, String situation, Flow flow, Supplier<String> anyway) {
        Finding finding = finding(flow, check, Verdict.UNFIT, situation);
        FaultException refused = catchThrowableOfType(FaultException.class, flow::review);
        assertThat(refused.fault().code()).as(situation).isEqualTo("TXN-820");
        add(check, situation, "stops", WORDS.sentence(finding), anyway.get());
        flow.close();
    }

    /** The flow asks. */
    void asks(Check check, String situation, Flow flow, Supplier<String> anyway) {
        Finding finding = finding(flow, check, Verdict.AT_RISK, situation);
        assertThat(finding).isNotNull();
        FaultException refused = catchThrowableOfType(FaultException.class, flow::review);
        assertThat(refused.fault().code()).as(situation).isIn("TXN-812", "TXN-820");
        add(check, situation, "asks", WORDS.sentence(finding), anyway.get());
        flow.close();
    }

    private static Finding finding(Flow flow, Check check, Verdict verdict, String situation) {
        return flow.check().findings().stream()
                .filter(one -> one.check() == check && one.verdict() == verdict)
                .findFirst()
                .orElseThrow(() -> new AssertionError(situation + ": no " + verdict + " " + check));
    }

    private void add(Check check, String situation, String does, String says, String chain) {
        assertThat(chain).as(situation + ": what the chain said").isNotBlank();
        seen.add(check);
        rows.add(
                "| %s | %s | %s: %s | %s |"
                        .formatted(
                                WORDS.name(check),
                                situation,
                                does,
                                cell(says),
                                cell(Refusal.of(chain).line())));
    }

    /** Addresses and long texts shortened, so that every run writes the same. */
    private static String cell(String text) {
        return text.replaceAll("0x[0-9a-f]{16}|(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])", "(address)")
                .replaceAll("(?i)([0-9a-f]{8})[0-9a-f]{32,}", "$1…")
                .replaceAll(
                        "sequence number \\d+, but given \\d+", "sequence number m, but given n")
                // a few more or less from run to run, of the same account
                .replaceAll("uses \\d+ bytes", "uses (some) bytes")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    /** Compares with the documentation, or writes it. */
    void compare() {
        String table =
                BEGIN
                        + "| Check | Case | The flow | Sent all the same, the chain |\n"
                        + "| --- | --- | --- | --- |\n"
                        + String.join("\n", rows)
                        + "\n"
                        + END;
        try {
            String document = Files.readString(DOCUMENT);
            int from = document.indexOf(BEGIN);
            int to = document.indexOf(END) + END.length();
            if (RECORDING) {
                Files.writeString(
                        DOCUMENT, document.substring(0, from) + table + document.substring(to));
            } else {
                assertThat(document.substring(from, to))
                        .as("run with -Depochdesk.registration.record=true")
                        .isEqualTo(table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
