package io.epochdesk.registration.view;

import io.epochdesk.guide.view.Explained;
import io.epochdesk.guide.view.GuideViewModel;
import io.epochdesk.registration.Preflight;
import io.epochdesk.registration.Proof;
import io.epochdesk.registration.Review;
import io.epochdesk.registration.Step;
import io.epochdesk.text.Words;
import io.epochdesk.ui.ConfirmDialog;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.Page;
import io.epochdesk.ui.Skeleton;
import io.epochdesk.ui.WhileShown;
import io.epochdesk.ui.wizard.WizardFrame;
import io.epochdesk.ui.wizard.WizardListener;

import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.function.Consumer;

/** A guided flow in the window. */
public final class FlowPage implements Page {

    /** What a flow that is open is called among the pages. */
    public static final String ID = "flow";

    private final FlowViewModel model;
    private final Ways ways;
    private final FxClock clock;
    private final GuideViewModel guide;
    private final DialogDress dress;
    private final Words words;
    private final WizardFrame frame;
    private @Nullable FlowPageKey shown;
    private @Nullable ValuesPane values;

    /**
     * Where one gets from a flow.
     *
     * @param close takes the page away
     * @param open opens another flow in its place
     * @param openKeys opens the Keys page; the flow stays open
     */
    public record Ways(Runnable close, Consumer<FlowStart> open, Runnable openKeys) {}

    public FlowPage(
            FlowViewModel model,
            Ways ways,
            FxClock clock,
            GuideViewModel guide,
            DialogDress dress) {
        this.model = model;
        this.ways = ways;
        this.clock = clock;
        this.guide = guide;
        this.dress = dress;
        words = model.words().words();
        frame = new WizardFrame(model.tools().formats(), dress, new Pressed());
        frame.title(model.words().flows().name(model.kind()));
        FxFeed<?> feed = new FxFeed<>(model.flow().state(), model.tools().fx());
        WhileShown.of(
                frame.root(),
                () ->
                        Subscription.combine(
                                feed.open(),
                                feed.subscribe(_ -> model.refresh()),
                                model.pageProperty().subscribe(this::show),
                                model.stateProperty().subscribe(_ -> around()),
                                model.acceptedProperty()
                                        .subscribe(
                                                _ -> frame.act(model.course().acts(model.words()))),
                                model.busyProperty().subscribe(this::busy),
                                model.faultProperty()
                                        .subscribe(fault -> frame.fault(fault, clock.getValue()))));
        model.finishedProperty()
                .subscribe(
                        finished -> {
                            if (finished) {
                                ways.close().run();
                            }
                        });
        model.begin();
    }

    private void show(FlowPageKey key) {
        if (key.equals(shown)) {
            return;
        }
        boolean other = shown == null || shown.step() != key.step();
        shown = key;
        if (other || key.step() != Step.VALUES) {
            values = null;
            frame.page(model.words().heading(key.step()), content(key));
        }
        around();
    }

    private Region content(FlowPageKey key) {
        Explained explained = new Explained(guide);
        return switch (key.step()) {
            case PURPOSE -> PurposePane.of(model.kind(), model.words(), explained);
            case VALUES -> {
                ValuesPane pane = new ValuesPane(model, explained, clock, ways.openKeys());
                values = pane;
                yield pane.root();
            }
            case PREFLIGHT -> checks(key);
            case REVIEW, REVIEW_REVOKING -> review(key, explained);
            case SIGN, SIGN_REVOKING -> new SignPane(model, clock, explained).root();
            case TRACK, TRACK_REVOKING -> new TrackPane(model, explained).root();
            case FILE -> RotationPane.file(model, clock, explained);
            case IN_USE -> RotationPane.inUse(model, explained);
            case PROOF -> proof(key, explained);
        };
    }

    private Region checks(FlowPageKey key) {
        Preflight preflight = key.preflight();
        VBox page = preflight == null ? waiting() : ChecksPane.of(model, preflight);
        if (key.ended() != null) {
            page.getChildren().addFirst(ChecksPane.ended(key.ended(), model.words()));
        }
        return page;
    }

    private Region review(FlowPageKey key, Explained explained) {
        Preflight preflight = key.preflight();
        Review review = key.review();
        if (preflight != null && (review == null || !preflight.unfit().isEmpty())) {
            return checks(key);
        }
        return review == null ? waiting() : ReviewPane.of(model, review, explained);
    }

    private Region proof(FlowPageKey key, Explained explained) {
        Proof proof = key.proof();
        return proof == null ? waiting() : ProofPane.of(model, proof, explained, ways.open());
    }

    private VBox waiting() {
        return Pages.page(new Skeleton(6, words.say("ui.loading"), model.tools().fx()));
    }

    private void around() {
        frame.steps(model.course().steps(model.words()));
        frame.known(model.known());
        frame.act(model.course().acts(model.words()));
    }

    private void busy(@Nullable Busy now) {
        if (now == null) {
            frame.idle();
        } else {
            frame.busy(now.what(), now.canCancel());
        }
    }

    /** Keeps what was typed; for whoever takes the page away. */
    public void leave() {
        model.leave();
    }

    /** Which flow it is. */
    public FlowViewModel model() {
        return model;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return words.say("flows.page");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CLIPBOARD_CHECK_OUTLINE;
    }

    @Override
    public Parent root() {
        return frame.root();
    }

    @Override
    public String helpTopic() {
        return "registration#" + words.name("flows.help", model.flow().step());
    }

    private final class Pressed implements WizardListener {

        @Override
        public void forward() {
            ValuesPane now = values;
            model.forward();
            if (now != null) {
                now.first().ifPresent(Control::requestFocus);
            }
        }

        @Override
        public void back() {
            model.back();
        }

        @Override
        public void returnTo(int step) {
            model.returnTo(step);
        }

        @Override
        public void cancel() {
            model.cancel();
        }

        @Override
        public void close() {
            if (model.isUntouched() || model.isProved()) {
                model.finish();
                return;
            }
            new ConfirmDialog(words, dress)
                    .ask(
                            frame.root().getScene().getWindow(),
                            words.say("flows.close.question"),
                            words.say("flows.close.why"),
                            words.say("flows.close.act"),
                            () -> {
                                leave();
                                ways.close().run();
                            });
        }
    }
}
