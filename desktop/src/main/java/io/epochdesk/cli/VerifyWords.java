package io.epochdesk.cli;

import io.epochdesk.text.Words;
import io.epochdesk.verify.EpochReport;
import io.epochdesk.verify.Finding;
import io.epochdesk.verify.Finding.Outcome;

/** What a verification came to, as exit code and in words. */
final class VerifyWords {

    private VerifyWords() {}

    /** Failed when a check fails, attention when one cannot be made. */
    static ExitCode verdict(EpochReport report) {
        if (report.has(Outcome.FAILS)) {
            return ExitCode.FAILED;
        }
        return report.has(Outcome.UNKNOWN) ? ExitCode.ATTENTION : ExitCode.FINE;
    }

    /** The report in a sentence. */
    static String answer(Words words, EpochReport report) {
        long failed = count(report, Outcome.FAILS);
        if (failed > 0) {
            return words.count("verify.answer.fails", failed, "epoch", report.counter());
        }
        long unknown = count(report, Outcome.UNKNOWN);
        return unknown > 0
                ? words.count("verify.answer.unknown", unknown, "epoch", report.counter())
                : words.count(
                        "verify.answer.holds",
                        count(report, Outcome.HOLDS),
                        "epoch",
                        report.counter());
    }

    /** A finding in a sentence. */
    static String sentence(Words words, Finding finding) {
        return words.sayFacts("verify.finding." + finding.kind().name(), finding.facts());
    }

    private static long count(EpochReport report, Outcome outcome) {
        return report.findings().stream()
                .filter(finding -> finding.kind().outcome() == outcome)
                .count();
    }
}
