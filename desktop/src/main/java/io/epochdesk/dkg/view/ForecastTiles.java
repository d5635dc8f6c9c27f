package io.epochdesk.dkg.view;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.bls.DkgPhase;
import io.epochdesk.bls.Judgement;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.AnnouncedKeys;
import io.epochdesk.dkg.DkgForecast;
import io.epochdesk.dkg.DkgForecast.WrongView;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.view.ForecastTile.Question;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The forecast in four answers, from the console's own review of the board. */
final class ForecastTiles {

    /** Dealers and nodes named one by one; of more only the first are. */
    private static final int NAMED = 4;

    private final Words words;
    private final JudgementWords judged;

    ForecastTiles(Words words) {
        this.words = words;
        judged = new JudgementWords(words);
    }

    /** The answers; none while the board is not reviewed. */
    List<ForecastTile> of(BoardSnapshot snapshot) {
        DkgReview review = snapshot.shownReview().orElse(null);
        DkgForecast forecast = snapshot.forecast().orElse(null);
        DkgState state = snapshot.dkg().value().orElse(null);
        if (review == null || forecast == null || state == null) {
            return List.of();
        }
        List<AnnouncedKeys> announced =
                snapshot.shownBoard().map(Whiteboard::announced).orElse(List.of());
        return List.of(
                outcome(forecast),
                dealers(review.judgement(), forecast),
                key(review, forecast, announced),
                results(state, forecast));
    }

    private ForecastTile outcome(DkgForecast forecast) {
        Tone tone =
                switch (forecast.outcome()) {
                    case SUCCEEDED -> Tone.SUCCESS;
                    case EXPECTED -> Tone.PROGRESS;
                    case AT_RISK -> Tone.ATTENTION;
                    case OTHER_RESULT, SUBMISSIONS_FAILED, BOARD_FAILED -> Tone.DANGER;
                };
        String why = words.name("dkg.outcome.why", forecast.outcome());
        String counted =
                words.say(
                        forecast.outcome() == DkgForecast.Outcome.SUCCEEDED
                                ? "dkg.outcome.done"
                                : "dkg.outcome.open",
                        "needed",
                        forecast.needed(),
                        "agreeing",
                        forecast.agreeing(),
                        "open",
                        forecast.open());
        boolean hopeless =
                forecast.outcome() == DkgForecast.Outcome.BOARD_FAILED
                        || forecast.outcome() == DkgForecast.Outcome.OTHER_RESULT;
        return new ForecastTile(
                Question.OUTCOME,
                tone,
                words.name("dkg.outcome", forecast.outcome()),
                hopeless ? why : counted,
                why + "\n" + counted,
                "");
    }

    private ForecastTile dealers(Judgement judgement, DkgForecast forecast) {
        int nodes = judgement.dealers().size();
        List<DealerJudgement> accused = standing(forecast.atRisk(), Standing.ACCUSED);
        int awaited = standing(forecast.atRisk(), Standing.AWAITED).size();
        List<String> notes = new ArrayList<>();
        if (!forecast.out().isEmpty()) {
            notes.add(words.say("dkg.dealers.out", "dealers", indexes(forecast.out())));
        }
        if (!accused.isEmpty()) {
            notes.add(words.say("dkg.dealers.accused", "dealers", indexes(accused)));
        }
        if (awaited > 0) {
            notes.add(words.count("dkg.dealers.awaited", awaited));
        }
        if (notes.isEmpty()) {
            notes.add(words.say("dkg.dealers.fine"));
        }
        List<String> lines = new ArrayList<>();
        for (DealerJudgement dealer : judgement.dealers()) {
            if (dealer.standing() == Standing.DISQUALIFIED
                    || dealer.standing() == Standing.ACCUSED) {
                lines.add(
                        words.say(
                                "dkg.dealers.line",
                                "dealer",
                                dealer.dealer(),
                                "standing",
                                judged.standing(dealer)));
            }
        }
        if (!judgement.warnings().isEmpty()) {
            lines.add(words.count("dkg.dealers.ignored", judgement.warnings().size()));
        }
        return new ForecastTile(
                Question.DEALERS,
                dealersTone(judgement, forecast, accused),
                words.say(
                        "dkg.dealers.value",
                        "good",
                        judgement.count(Standing.QUALIFIED),
                        "nodes",
                        nodes),
                String.join(" · ", notes),
                joined(notes, lines),
                "");
    }

    private static Tone dealersTone(
            Judgement judgement, DkgForecast forecast, List<DealerJudgement> accused) {
        if (judgement.isFailed()) {
            return Tone.DANGER;
        }
        if (!forecast.out().isEmpty() || !accused.isEmpty()) {
            return Tone.ATTENTION;
        }
        return forecast.atRisk().isEmpty() ? Tone.SUCCESS : Tone.PROGRESS;
    }

    private ForecastTile key(
            DkgReview review, DkgForecast forecast, List<AnnouncedKeys> announced) {
        BeaconKeys keys = forecast.keys();
        if (keys == null) {
            boolean failed = review.judgement().isFailed();
            return new ForecastTile(
                    Question.KEY,
                    failed ? Tone.DANGER : Tone.CALM,
                    words.say("dkg.key.none"),
                    words.say(failed ? "dkg.key.failed" : "dkg.key.noVector"),
                    words.say(failed ? "dkg.key.failed" : "dkg.key.noVector"),
                    "");
        }
        List<String> notes = new ArrayList<>();
        boolean differ = false;
        for (AnnouncedKeys told : announced) {
            boolean agrees = review.agreementOf(told) == DkgReview.Agreement.AGREES;
            differ |= !agrees;
            notes.add(
                    words.say(
                            agrees ? "dkg.key.announced" : "dkg.key.announcedOther",
                            "event",
                            told.event().title()));
        }
        boolean ended = review.judgement().phase() == DkgPhase.ENDED;
        if (notes.isEmpty()) {
            notes.add(words.count(ended ? "dkg.key.final" : "dkg.key.soFar", forecast.qualified()));
        }
        Tone calm = ended ? Tone.SUCCESS : Tone.PROGRESS;
        return new ForecastTile(
                Question.KEY,
                differ ? Tone.DANGER : calm,
                Formats.shortId(keys.groupKey()),
                String.join(" · ", notes),
                joined(notes, List.of(words.say("dkg.key.full", "key", keys.groupKey()))),
                keys.groupKey());
    }

    private ForecastTile results(DkgState state, DkgForecast forecast) {
        int submitted = state.submitted();
        List<WrongView> wrong = forecast.wrongViews();
        int nodes = state.committee().size();
        String note;
        if (!wrong.isEmpty()) {
            note =
                    wrong.size() == 1
                            ? judged.wrongView(wrong.getFirst(), nodes)
                            : words.count(
                                    "dkg.results.wrong",
                                    wrong.size(),
                                    "nodes",
                                    named(
                                            wrong.stream()
                                                    .map(view -> String.valueOf(view.index()))
                                                    .toList()));
        } else if (submitted == 0) {
            note = words.say("dkg.results.later");
        } else {
            note = words.say("dkg.results.fine");
        }
        Tone tone =
                submitted == 0
                        ? Tone.CALM
                        : forecast.agreeing() >= forecast.needed() ? Tone.SUCCESS : Tone.PROGRESS;
        return new ForecastTile(
                Question.RESULTS,
                wrong.isEmpty() ? tone : Tone.ATTENTION,
                submitted == 0
                        ? words.say("dkg.results.none")
                        : words.say(
                                "dkg.results.value",
                                "agreeing",
                                forecast.agreeing(),
                                "submitted",
                                submitted),
                note,
                joined(
                        List.of(note),
                        wrong.stream().map(view -> judged.wrongView(view, nodes)).toList()),
                "");
    }

    private static List<DealerJudgement> standing(
            List<DealerJudgement> dealers, Standing standing) {
        return dealers.stream().filter(dealer -> dealer.standing() == standing).toList();
    }

    private String indexes(List<DealerJudgement> dealers) {
        return named(dealers.stream().map(dealer -> String.valueOf(dealer.dealer())).toList());
    }

    private String named(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = names.size() - NAMED;
        return more > 0 ? words.count("dkg.more", more, "first", first) : first;
    }

    /** What is in the note already is not said twice. */
    private static String joined(List<String> notes, List<String> lines) {
        List<String> all = new ArrayList<>(notes);
        lines.stream().filter(line -> !notes.contains(line)).forEach(all::add);
        return String.join("\n", all);
    }
}
