package io.epochdesk.emulator;

import io.epochdesk.board.Attention;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.view.AttentionRow;
import io.epochdesk.board.view.EpochRibbon;
import io.epochdesk.board.view.Fact;
import io.epochdesk.board.view.MilestoneRow;
import io.epochdesk.board.view.NodeStep;
import io.epochdesk.board.view.Overview;
import io.epochdesk.board.view.OverviewViewModel;
import io.epochdesk.board.view.Share;
import io.epochdesk.board.view.Summary;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the Overview page with what the contracts answer, field by field. What rests on the
 * clock alone, times and the view rate, is checked only for being there or not.
 */
final class OverviewJudge {

    private final SoftAssertions softly;
    private final ContractTruth truth;
    private final Words words;
    private final Overview page;
    private final boolean measured;

    private OverviewJudge(SoftAssertions softly, BoardSnapshot board, ContractTruth truth) {
        this.softly = softly;
        this.truth = truth;
        words = new Words(Locale.ENGLISH);
        OverviewViewModel model = new OverviewViewModel(new Formats(words, ZoneOffset.UTC));
        model.show(board, Instant.now());
        page = model.shown().get();
        measured =
                board.outlook()
                        .value()
                        .map(outlook -> outlook.viewRate().isPresent())
                        .orElse(false);
    }

    /** Compares the whole page. */
    static void compare(SoftAssertions softly, BoardSnapshot board, ContractTruth truth) {
        OverviewJudge judge = new OverviewJudge(softly, board, truth);
        judge.answer();
        judge.ribbon();
        judge.milestones();
        judge.quorum();
        judge.dkg();
        judge.fallback();
        judge.attention();
    }

    private void answer() {
        List<Attention> attention = TruthAttention.of(truth);
        boolean danger = attention.stream().anyMatch(OverviewJudge::isDanger);
        Tone tone =
                switch (phase()) {
                    case STAKING_AUCTION -> Tone.CALM;
                    case EPOCH_SETUP -> Tone.PROGRESS;
                    case EPOCH_COMMIT -> Tone.SUCCESS;
                };
        String key = "fine";
        if (!attention.isEmpty()) {
            tone = danger ? Tone.DANGER : Tone.ATTENTION;
            key = danger ? "danger" : "attention";
        }
        is("tone", page.tone(), tone);
        is(
                "headline",
                page.headline(),
                words.name(
                        "overview.headline." + key, phase(), "next", truth.epoch("counter") + 1));
        List<String> figures = new ArrayList<>();
        if (phase() == EpochPhase.EPOCH_SETUP) {
            if (!truth.clusters().isEmpty()) {
                figures.add(words.say("overview.explain.quorum", "figure", quorumFigure()));
            }
            figures.add(words.say("overview.explain.dkg", "figure", dkgFigure()));
        }
        String expected = String.join(" ", figures);
        softly.assertThat(page.explanation()).as("Overview: explanation").startsWith(expected);
        is("rate is known", page.rate().equals(words.say("overview.rate.unknown")), !measured);
    }

    private EpochPhase phase() {
        return switch ((int) truth.epoch("phase")) {
            case 0 -> EpochPhase.STAKING_AUCTION;
            case 1 -> EpochPhase.EPOCH_SETUP;
            case 2 -> EpochPhase.EPOCH_COMMIT;
            default -> throw new IllegalStateException("no such phase");
        };
    }

    private void ribbon() {
        EpochRibbon ribbon = page.ribbon().orElse(null);
        if (ribbon == null) {
            softly.fail("Overview: no ribbon");
            return;
        }
        List<List<Object>> expected = new ArrayList<>();
        long next = truth.epoch("startView");
        next = stage(expected, EpochRibbon.Kind.AUCTION, next, truth.epoch("stakingEndView"));
        next = stage(expected, EpochRibbon.Kind.DKG_PHASE_1, next, truth.deadlines().get(0));
        next = stage(expected, EpochRibbon.Kind.DKG_PHASE_2, next, truth.deadlines().get(1));
        next = stage(expected, EpochRibbon.Kind.DKG_PHASE_3, next, truth.deadlines().get(2));
        stage(expected, EpochRibbon.Kind.REMAINDER, next, truth.epoch("endView"));
        is(
                "stages of the ribbon",
                ribbon.stages().stream()
                        .map(
                                each ->
                                        List.<Object>of(
                                                each.kind(),
                                                each.from(),
                                                each.to(),
                                                each.standing()))
                        .toList(),
                expected);
        is("present view", ribbon.view(), truth.epoch("view"));
        is("committed", ribbon.committed(), phase() == EpochPhase.EPOCH_COMMIT);
        is("a commitment can be late on an emulator", ribbon.canBeLate(), false);
        is("deadlines computed", ribbon.computed(), truth.announcedDeadlines().isEmpty());
    }

    private long stage(List<List<Object>> stages, EpochRibbon.Kind kind, long from, long last) {
        long to = Math.min(last, truth.epoch("endView"));
        if (to < from) {
            return from;
        }
        long view = truth.epoch("view");
        boolean auction = phase() == EpochPhase.STAKING_AUCTION;
        EpochRibbon.Standing standing;
        if (kind == EpochRibbon.Kind.AUCTION) {
            standing = auction ? EpochRibbon.Standing.PRESENT : EpochRibbon.Standing.PAST;
        } else if (auction || view < from) {
            standing = EpochRibbon.Standing.FUTURE;
        } else {
            standing = view > to ? EpochRibbon.Standing.PAST : EpochRibbon.Standing.PRESENT;
        }
        stages.add(List.of(kind, from, to, standing));
        return to + 1;
    }

    private void milestones() {
        Map<String, Long> views =
                Map.of(
                        "AUCTION_END", truth.epoch("stakingEndView"),
                        "DKG_PHASE_1_END", truth.deadlines().get(0),
                        "DKG_PHASE_2_END", truth.deadlines().get(1),
                        "DKG_PHASE_3_END", truth.deadlines().get(2),
                        "EPOCH_END", truth.epoch("endView"));
        List<MilestoneRow> rows = page.milestones();
        is(
                "milestones in order",
                rows.stream().map(row -> views.get(row.kind().name())).toList(),
                views.values().stream().sorted().toList());
        boolean committed = phase() == EpochPhase.EPOCH_COMMIT;
        boolean nextSeen = false;
        for (MilestoneRow row : rows) {
            String name = "milestone " + row.kind() + ": ";
            long view = views.getOrDefault(row.kind().name(), -1L);
            boolean passed = truth.epoch("view") > view;
            boolean met = committed && !row.kind().name().equals("EPOCH_END");
            is(name + "view", row.view(), words.say("overview.view", "view", view));
            is(name + "over", row.passed(), passed || met);
            is(name + "next", row.next(), !nextSeen && !passed && !met);
            nextSeen |= row.next();
            is(name + "has a time", !row.time().isEmpty(), measured);
            if (met && !passed) {
                is(name + "distance", row.distance(), words.say("overview.met"));
            } else if (!measured) {
                is(
                        name + "distance",
                        row.distance(),
                        passed
                                ? words.say("overview.passed")
                                : words.count("overview.views", view - truth.epoch("view") + 1));
            } else {
                softly.assertThat(row.distance()).as("Overview: %sdistance", name).isNotBlank();
            }
        }
    }

    private String quorumFigure() {
        return truth.votingInProgress()
                ? words.say(
                        "overview.of",
                        "have",
                        truth.clusters().stream().filter(ContractTruth.Cluster::complete).count(),
                        "all",
                        truth.clusters().size())
                : words.say("overview.nothing");
    }

    private void quorum() {
        List<ContractTruth.Cluster> clusters = truth.clusters();
        if (clusters.isEmpty() || !truth.votingInProgress()) {
            summary(
                    "quorum",
                    page.quorum(),
                    Tone.CALM,
                    clusters.isEmpty() ? "none" : "before",
                    words.say("overview.nothing"),
                    words.say("overview.quorum.note." + (clusters.isEmpty() ? "none" : "before")));
            is("clusters", page.clusters(), List.of());
            return;
        }
        Optional<ContractTruth.Cluster> stuck =
                clusters.stream().filter(cluster -> !cluster.canComplete()).findFirst();
        if (stuck.isPresent()) {
            summary(
                    "quorum",
                    page.quorum(),
                    Tone.DANGER,
                    "stuck",
                    quorumFigure(),
                    words.say("overview.quorum.note.stuck", "cluster", stuck.get().index()));
        } else if (truth.votingCompleted()) {
            summary(
                    "quorum",
                    page.quorum(),
                    Tone.SUCCESS,
                    "complete",
                    quorumFigure(),
                    words.say("overview.quorum.note.complete"));
        } else {
            summary(
                    "quorum",
                    page.quorum(),
                    Tone.PROGRESS,
                    "voting",
                    quorumFigure(),
                    missingNote());
        }
        is("clusters", page.clusters(), clusters.stream().map(this::share).toList());
    }

    private String missingNote() {
        ContractTruth.Cluster worst =
                truth.clusters().stream()
                        .filter(cluster -> !cluster.complete())
                        .min(
                                Comparator.comparingLong(
                                                (ContractTruth.Cluster each) -> -missing(each))
                                        .thenComparingInt(ContractTruth.Cluster::index))
                        .orElseThrow();
        return words.count(
                "overview.quorum.note.missing",
                worst.nodeWeights().size() - worst.votes().size(),
                "cluster",
                worst.index(),
                "weight",
                missing(worst),
                "members",
                worst.nodeWeights().size());
    }

    private static long missing(ContractTruth.Cluster cluster) {
        return cluster.threshold() - TruthAttention.leadingWeight(cluster);
    }

    private Share share(ContractTruth.Cluster cluster) {
        long weight = TruthAttention.leadingWeight(cluster);
        Tone tone =
                cluster.complete()
                        ? Tone.SUCCESS
                        : cluster.canComplete() ? Tone.PROGRESS : Tone.DANGER;
        return new Share(
                words.say("overview.quorum.cluster", "cluster", cluster.index()),
                words.say(
                        "overview.quorum.share",
                        "cluster",
                        cluster.index(),
                        "weight",
                        weight,
                        "threshold",
                        cluster.threshold(),
                        "total",
                        cluster.totalWeight()),
                (double) weight / cluster.threshold(),
                tone);
    }

    private String dkgFigure() {
        return truth.dkgEnabled()
                ? words.say(
                        "overview.of",
                        "have",
                        TruthAttention.leadingResults(truth),
                        "all",
                        truth.safeThreshold() + 1)
                : words.say("overview.nothing");
    }

    private void dkg() {
        if (truth.committee().isEmpty() || !truth.dkgEnabled()) {
            String key = truth.committee().isEmpty() ? "none" : "before";
            summary(
                    "dkg",
                    page.dkg(),
                    Tone.CALM,
                    key,
                    words.say("overview.nothing"),
                    words.say("overview.dkg.note." + key));
            is("steps of the DKG", page.dkgSteps(), List.of());
            is("committee", page.committee(), List.of());
            return;
        }
        long needed = truth.safeThreshold() + 1;
        Tone tone = Tone.PROGRESS;
        String key = "running";
        String note =
                words.count(
                        "overview.dkg.note.running",
                        truth.submissions().size(),
                        "needed",
                        needed,
                        "committee",
                        truth.committee().size());
        if (truth.dkgCompleted()) {
            tone = Tone.SUCCESS;
            key = "complete";
            note = words.say("overview.dkg.note.complete");
        } else if (!truth.dkgCanComplete()) {
            tone = Tone.DANGER;
            key = "stuck";
            note = words.say("overview.dkg.note.stuck", "needed", needed);
        }
        summary("dkg", page.dkg(), tone, key, dkgFigure(), note);
        List<DkgMatrix.Row> rows = TruthMatrix.rows(truth);
        steps(rows, tone, needed);
        is("committee", page.committee(), rows.stream().map(OverviewJudge::step).toList());
    }

    private void steps(List<DkgMatrix.Row> rows, Tone results, long needed) {
        long vectors =
                rows.stream()
                        .filter(
                                row ->
                                        row.vector() != DkgMatrix.Vector.MISSING
                                                && row.vector() != DkgMatrix.Vector.WRONG_INSTANCE)
                        .count();
        long leading = TruthAttention.leadingResults(truth);
        is(
                "steps of the DKG",
                page.dkgSteps(),
                List.of(
                        new Share(
                                words.say("overview.dkg.vectors"),
                                words.say("overview.of", "have", vectors, "all", rows.size()),
                                (double) vectors / rows.size(),
                                vectors == rows.size() ? Tone.SUCCESS : Tone.PROGRESS),
                        new Share(
                                words.say("overview.dkg.results"),
                                words.say(
                                        "overview.dkg.results.share",
                                        "have",
                                        leading,
                                        "needed",
                                        needed),
                                (double) leading / needed,
                                results)));
    }

    private static NodeStep step(DkgMatrix.Row row) {
        boolean odd =
                row.submission() == DkgMatrix.Submission.DIFFERS
                        || row.submission() == DkgMatrix.Submission.EMPTY
                        || row.vector() == DkgMatrix.Vector.WRONG_SIZE
                        || row.vector() == DkgMatrix.Vector.WRONG_INSTANCE
                        || !row.unanswered().isEmpty();
        if (row.submission() == DkgMatrix.Submission.LEADING) {
            return NodeStep.AGREES;
        }
        if (odd) {
            return NodeStep.ODD;
        }
        if (row.vector() == DkgMatrix.Vector.MISSING) {
            return row.vectorOverdue() ? NodeStep.LATE : NodeStep.NOTHING;
        }
        return NodeStep.VECTOR;
    }

    private void fallback() {
        Summary expected =
                new Summary(
                        Tone.CALM,
                        words.say("overview.fallback.status.NOT_APPLICABLE"),
                        words.say("overview.fallback.figure.NOT_APPLICABLE"),
                        "",
                        words.say("overview.fallback.note.NOT_APPLICABLE"));
        is("fallback", page.fallback(), expected);
        if (phase() != EpochPhase.EPOCH_SETUP) {
            is("time of setup used", page.timeUsed(), Optional.empty());
        } else {
            double used =
                    (double) (truth.epoch("view") - truth.epoch("stakingEndView"))
                            / (truth.epoch("endView") - truth.epoch("stakingEndView"));
            is(
                    "time of setup used",
                    page.timeUsed().orElse(null),
                    new Share(
                            words.say("overview.fallback.used"),
                            Formats.percent(Math.clamp(used, 0.0, 1.0)),
                            used,
                            used < 0.75 ? Tone.CALM : Tone.ATTENTION));
        }
        softly.assertThat(page.course())
                .as("Overview: course")
                .startsWith(
                        new Fact(
                                words.say("overview.course.PRESENT"),
                                Formats.number(truth.epoch("view"))),
                        new Fact(
                                words.say("overview.course.END"),
                                Formats.number(truth.epoch("endView"))));
    }

    private void attention() {
        is(
                "attention",
                page.attention(),
                TruthAttention.of(truth).stream()
                        .map(
                                each ->
                                        new AttentionRow(
                                                isDanger(each) ? Tone.DANGER : Tone.ATTENTION,
                                                words.sayFacts(
                                                        "attention." + each.kind().name(),
                                                        each.facts()),
                                                page(each)))
                        .toList());
    }

    private static boolean isDanger(Attention attention) {
        return attention.kind() == Attention.Kind.CLUSTER_CANNOT_COMPLETE
                || attention.kind() == Attention.Kind.DKG_CANNOT_COMPLETE;
    }

    private static String page(Attention attention) {
        return attention.facts().containsKey("cluster") ? "clusters" : "dkg";
    }

    private void summary(
            String card, Summary seen, Tone tone, String status, String figure, String note) {
        boolean running = !status.equals("none") && !status.equals("before");
        is(
                card,
                seen,
                new Summary(
                        tone,
                        words.say("overview." + card + ".status." + status),
                        figure,
                        running ? words.say("overview." + card + ".unit") : "",
                        note));
    }

    private void is(String what, @Nullable Object seen, @Nullable Object expected) {
        softly.assertThat(seen).as("Overview: " + what).isEqualTo(expected);
    }
}
