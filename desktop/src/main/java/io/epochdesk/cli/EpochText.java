package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.OptionalDouble;

/** The epoch: where it stands, and when its deadlines come. */
final class EpochText {

    private static final int[] WIDTHS = {22, 18, 26, 0};

    private final Formats formats;
    private final Words words;
    private final Instant now;
    private final BoardSnapshot snapshot;

    EpochText(Formats formats, Instant now, BoardSnapshot snapshot) {
        this.formats = formats;
        this.words = formats.words();
        this.now = now;
        this.snapshot = snapshot;
    }

    /** Where it stands, in a line. */
    static String stands(Words words, EpochState epoch) {
        return words.say(
                "status.epoch.stands",
                "counter",
                epoch.counter(),
                "phase",
                words.name("status.phase", epoch.phase()),
                "view",
                epoch.view(),
                "end",
                epoch.endView());
    }

    /** When its deadlines come. */
    void write(Lines lines) {
        snapshot.outlook().value().ifPresent(outlook -> outlook(outlook, lines));
        if (snapshot.deadlines().value().map(DkgDeadlines::origin).orElse(DkgDeadlines.Origin.EVENT)
                == DkgDeadlines.Origin.COMPUTED) {
            lines.wrapped("  ", words.say("status.epoch.computed"));
        }
    }

    private void outlook(EpochOutlook outlook, Lines lines) {
        for (Milestone milestone : outlook.milestones()) {
            Instant eta = milestone.eta();
            String when = eta == null ? "" : formats.instant(eta, now);
            String distance =
                    eta == null
                            ? words.say(
                                    milestone.passed()
                                            ? "status.epoch.passed"
                                            : "status.epoch.unmeasured")
                            : formats.distance(eta, now);
            lines.add(
                    Lines.columns(
                            WIDTHS,
                            words.name("status.milestone", milestone.kind()),
                            words.say("status.epoch.view", "view", milestone.view()),
                            when.isEmpty() ? distance : when,
                            when.isEmpty() ? "" : distance));
        }
        rate(outlook, lines);
        switch (outlook.fallback()) {
            case NOT_APPLICABLE, NONE -> {}
            case SUSPECTED, NEARLY_CERTAIN ->
                    lines.add("  ! " + words.name("status.fallback", outlook.fallback()));
        }
    }

    private void rate(EpochOutlook outlook, Lines lines) {
        OptionalDouble measured = outlook.viewRate();
        String rate =
                measured.isEmpty()
                        ? words.say("status.epoch.unmeasured")
                        : words.say("status.epoch.rate", "rate", rounded(measured.getAsDouble()));
        Instant target = outlook.targetEnd();
        lines.add(
                "  "
                        + (target == null
                                ? rate
                                : words.say(
                                        "status.epoch.rateAndTarget",
                                        "rate",
                                        rate,
                                        "target",
                                        formats.instant(target, now))));
    }

    /** To a hundredth; slower ones, which would round to nothing, to two digits. */
    private static String rounded(double rate) {
        BigDecimal exact = BigDecimal.valueOf(rate);
        return Formats.decimal(
                rate < 0.1
                        ? exact.round(new MathContext(2, RoundingMode.HALF_UP))
                        : exact.setScale(2, RoundingMode.HALF_UP));
    }
}
