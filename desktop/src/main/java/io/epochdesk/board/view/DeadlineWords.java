package io.epochdesk.board.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Fallback;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deadlines, the pace towards them, and what happens when the last one is missed, in words. */
final class DeadlineWords {

    private final Formats formats;
    private final Words words;

    DeadlineWords(Formats formats) {
        this.formats = formats;
        words = formats.words();
    }

    List<MilestoneRow> rows(BoardSnapshot board, Instant now) {
        EpochOutlook outlook = board.outlook().value().orElse(null);
        if (outlook == null) {
            return List.of();
        }
        long view = board.epoch().value().map(EpochState::view).orElse(0L);
        Optional<Milestone> next = next(board);
        List<MilestoneRow> rows = new ArrayList<>();
        for (Milestone milestone : outlook.milestones()) {
            rows.add(
                    new MilestoneRow(
                            milestone.kind(),
                            words.name("overview.milestone", milestone.kind()),
                            isMet(milestone, board) && !milestone.passed()
                                    ? words.say("overview.met")
                                    : distance(milestone, view, now),
                            time(milestone, now),
                            words.say("overview.view", "view", milestone.view()),
                            milestone.passed() || isMet(milestone, board),
                            next.filter(milestone::equals).isPresent()));
        }
        return rows;
    }

    /** The next deadline that still has to be met. */
    Optional<Milestone> next(BoardSnapshot board) {
        return board.outlook().value().stream()
                .flatMap(outlook -> outlook.milestones().stream())
                .filter(milestone -> !milestone.passed() && !isMet(milestone, board))
                .findFirst();
    }

    /** Once the next epoch is committed, only the end of this one is still to come. */
    private static boolean isMet(Milestone milestone, BoardSnapshot board) {
        return isCommitted(board) && milestone.kind() != Milestone.Kind.EPOCH_END;
    }

    private static boolean isCommitted(BoardSnapshot board) {
        return board.epoch()
                .value()
                .map(epoch -> epoch.phase() == EpochPhase.EPOCH_COMMIT)
                .orElse(false);
    }

    /** How far ahead or behind: in time where a rate is known, else in views. */
    String distance(Milestone milestone, long view, Instant now) {
        Instant eta = milestone.eta();
        if (eta != null) {
            return !milestone.passed() && eta.isBefore(now)
                    ? words.say("overview.due")
                    : formats.distance(eta, now);
        }
        return milestone.passed()
                ? words.say("overview.passed")
                : words.count("overview.views", milestone.view() - view + 1);
    }

    private String left(Milestone milestone, long view, Instant now) {
        Instant eta = milestone.eta();
        return eta == null || eta.isBefore(now)
                ? words.count("overview.fallback.views", milestone.view() - view + 1)
                : Formats.duration(Duration.between(now, eta));
    }

    private String time(Milestone milestone, Instant now) {
        Instant eta = milestone.eta();
        return eta == null ? "" : formats.instant(eta, now);
    }

    String rate(BoardSnapshot board, Instant now) {
        EpochOutlook outlook = board.outlook().value().orElse(null);
        if (outlook == null || outlook.viewRate().isEmpty()) {
            return words.say("overview.rate.unknown");
        }
        BigDecimal rate =
                BigDecimal.valueOf(outlook.viewRate().getAsDouble())
                        .setScale(3, RoundingMode.HALF_UP);
        String pace =
                words.say(
                        "overview.rate",
                        "rate",
                        Formats.decimal(rate),
                        "duration",
                        Formats.duration(outlook.measuredOver()));
        Instant target = outlook.targetEnd();
        return target == null
                ? pace
                : pace + " · " + words.say("overview.target", "time", formats.instant(target, now));
    }

    Summary fallback(BoardSnapshot board, Instant now) {
        EpochOutlook outlook = board.outlook().value().orElse(null);
        if (outlook == null) {
            return new Summary(
                    Tone.UNKNOWN,
                    words.say("overview.fallback.status.unknown"),
                    words.say("overview.nothing"),
                    "",
                    words.say("overview.fallback.note.unknown"));
        }
        boolean committed = isCommitted(board);
        long view = board.epoch().value().map(EpochState::view).orElse(0L);
        String left =
                outlook.milestone(Milestone.Kind.COMMIT_DEADLINE)
                        .filter(_ -> !committed)
                        .filter(deadline -> !deadline.passed())
                        .map(deadline -> left(deadline, view, now))
                        .orElse("");
        String key =
                committed && outlook.fallback() == Fallback.NONE
                        ? "COMMITTED"
                        : outlook.fallback().name();
        return new Summary(
                tone(outlook.fallback(), committed),
                words.say("overview.fallback.status." + key),
                left.isEmpty() ? words.say("overview.fallback.figure." + key) : left,
                left.isEmpty() ? "" : words.say(unitKey(outlook, now)),
                words.say("overview.fallback.note." + key));
    }

    /** In views there is less room for words. */
    private static String unitKey(EpochOutlook outlook, Instant now) {
        return outlook.milestone(Milestone.Kind.COMMIT_DEADLINE)
                        .map(Milestone::eta)
                        .filter(eta -> !eta.isBefore(now))
                        .isPresent()
                ? "overview.fallback.unit"
                : "overview.fallback.unitOfViews";
    }

    /**
     * How much of setup's time is used: from the auction's end to the view by which setup must be
     * done.
     */
    Optional<Share> timeUsed(BoardSnapshot board) {
        EpochState epoch = board.epoch().value().orElse(null);
        if (epoch == null || epoch.phase() != EpochPhase.EPOCH_SETUP) {
            return Optional.empty();
        }
        return board.outlook()
                .value()
                .flatMap(EpochOutlook::dueBy)
                .map(due -> timeUsed(epoch, due));
    }

    /**
     * The figures behind the deadlines: where the epoch is, by when it must be done, and its pace.
     */
    List<Fact> course(BoardSnapshot board, Instant now) {
        EpochState epoch = board.epoch().value().orElse(null);
        EpochOutlook outlook = board.outlook().value().orElse(null);
        if (epoch == null || outlook == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("PRESENT", Formats.number(epoch.view())));
        outlook.milestone(Milestone.Kind.COMMIT_DEADLINE)
                .filter(_ -> !isCommitted(board))
                .ifPresent(due -> addDeadline(facts, due, epoch.view()));
        facts.add(fact("END", Formats.number(epoch.endView())));
        Instant target = outlook.targetEnd();
        Instant end = outlook.milestone(Milestone.Kind.EPOCH_END).map(Milestone::eta).orElse(null);
        if (target != null && end != null && !end.isBefore(now)) {
            facts.add(
                    fact(
                            end.isAfter(target) ? "BEHIND" : "AHEAD",
                            Formats.duration(Duration.between(target, end).abs())));
        }
        return facts;
    }

    private void addDeadline(List<Fact> facts, Milestone due, long view) {
        facts.add(fact("DEADLINE", Formats.number(due.view())));
        if (!due.passed()) {
            facts.add(fact("LEFT", Formats.number(due.view() - view + 1)));
        }
    }

    private Fact fact(String key, String value) {
        return new Fact(words.say("overview.course." + key), value);
    }

    private Share timeUsed(EpochState epoch, Milestone due) {
        double done =
                (double) (epoch.view() - epoch.stakingEndView())
                        / Math.max(1, due.view() - epoch.stakingEndView());
        return new Share(
                words.say("overview.fallback.used"),
                Formats.percent(Math.clamp(done, 0.0, 1.0)),
                done,
                done < 0.75 ? Tone.CALM : Tone.ATTENTION);
    }

    private static Tone tone(Fallback fallback, boolean committed) {
        return switch (fallback) {
            case NOT_APPLICABLE -> Tone.CALM;
            case NONE -> committed ? Tone.SUCCESS : Tone.CALM;
            case SUSPECTED -> Tone.DANGER;
            case NEARLY_CERTAIN -> Tone.DANGER;
        };
    }
}
