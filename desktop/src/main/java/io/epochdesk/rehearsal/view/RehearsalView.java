package io.epochdesk.rehearsal.view;

import io.epochdesk.rehearsal.RehearsalPhase;
import io.epochdesk.rehearsal.RehearsalState;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ToneMark;
import io.epochdesk.ui.View;
import io.epochdesk.ui.WhileShown;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.List;

/** The bar under the header in a rehearsal: says that it is one, and steers it. */
public final class RehearsalView implements View {

    private final RehearsalViewModel model;
    private final Words words;
    private final Button scenario = new Button();
    private final Tooltip description = new Tooltip();
    private final Button pause = new Button();
    private final FontIcon pauseIcon = new FontIcon(MaterialDesignP.PAUSE);
    private final Button step = new Button();
    private final Button restart = new Button();
    private final MenuButton jump = new MenuButton();
    private final ChoiceBox<Integer> speed = new ChoiceBox<>();
    private final ToneMark motion = new ToneMark();
    private final Label place = Labels.caption("");
    private final VBox root = new VBox();
    private List<RehearsalPhase> ahead = List.of();

    /**
     * The bar.
     *
     * @param state what the rehearsal is doing
     * @param dress what the scenario dialog wears
     */
    public RehearsalView(
            RehearsalViewModel model,
            FxFeed<RehearsalState> state,
            DialogDress dress,
            Words words) {
        this.model = model;
        this.words = words;
        ScenarioDialog dialog = new ScenarioDialog(model, words, dress);
        scenario.setOnAction(_ -> dialog.show(root.getScene().getWindow()));
        build();
        WhileShown.of(
                root,
                () -> {
                    Runnable look = () -> model.show(state.getValue());
                    Subscription watching =
                            Subscription.combine(
                                    state.open(),
                                    state.subscribe(look),
                                    model.face().subscribe(this::show));
                    look.run();
                    return watching;
                });
    }

    @Override
    public Parent root() {
        return root;
    }

    private void build() {
        label(scenario, "scenario", MaterialDesignT.THEATER);
        scenario.setTooltip(description);
        scenario.setTextOverrun(OverrunStyle.ELLIPSIS);
        scenario.setMaxWidth(320);
        label(restart, "restart", MaterialDesignR.RESTART);
        restart.setOnAction(_ -> model.restart());
        label(pause, "pause", MaterialDesignP.PAUSE);
        pause.setGraphic(pauseIcon);
        pause.setOnAction(_ -> model.pauseOrResume());
        label(step, "step", MaterialDesignS.SKIP_NEXT);
        step.setOnAction(_ -> model.step());
        jump.setId("rehearsal-jump");
        jump.setText(words.say("rehearsal.jump"));
        jump.setTooltip(new Tooltip(words.say("rehearsal.jump.why")));
        jump.setGraphic(new FontIcon(MaterialDesignF.FAST_FORWARD));
        jump.setMinWidth(Region.USE_PREF_SIZE);
        buildSpeed();
        place.setId("rehearsal-place");
        // beside a scenario with a long title it takes two lines
        place.setWrapText(true);
        place.setMinWidth(0);
        motion.setId("rehearsal-motion");
        motion.getStyleClass().add("tone-chip");
        motion.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line =
                new HBox(
                        8,
                        new RehearsalMark(words),
                        scenario,
                        restart,
                        pause,
                        step,
                        jump,
                        speed,
                        gap,
                        place,
                        motion);
        line.getStyleClass().add("rehearsal-line");
        line.setAlignment(Pos.CENTER_LEFT);
        Region stripes = new Region();
        stripes.getStyleClass().add("rehearsal-stripes");
        root.setId("rehearsal-bar");
        root.getStyleClass().add("rehearsal-bar");
        root.setAccessibleRole(AccessibleRole.TOOL_BAR);
        root.setAccessibleText(words.say("rehearsal.bar"));
        root.getChildren().addAll(line, stripes);
    }

    private void buildSpeed() {
        speed.setId("rehearsal-speed");
        speed.setAccessibleText(words.say("rehearsal.speed"));
        speed.setTooltip(new Tooltip(words.say("rehearsal.speed.why")));
        speed.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Integer times) {
                        return times == null ? "" : "×" + Formats.number(times);
                    }

                    @Override
                    public Integer fromString(String text) {
                        throw new UnsupportedOperationException("chosen, never typed");
                    }
                });
        speed.setMinWidth(Region.USE_PREF_SIZE);
        speed.valueProperty()
                .subscribe(
                        times -> {
                            if (times != null) {
                                model.speed(times);
                            }
                        });
    }

    private void show(BarFace face) {
        scenario.setText(face.scenario());
        scenario.setAccessibleText(
                words.say("rehearsal.scenario")
                        + ": "
                        + face.scenario()
                        + ". "
                        + face.description());
        description.setText(face.description());
        String toggle = face.paused() ? "rehearsal.resume" : "rehearsal.pause";
        pause.setText(words.say(toggle));
        pause.setAccessibleText(words.say(toggle));
        pauseIcon.setIconCode(face.paused() ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE);
        motion.show(face.tone(), face.motion());
        place.setText(face.place());
        for (Region control : List.of(restart, pause, step, speed)) {
            control.setDisable(!face.steerable());
        }
        jump.setDisable(!face.steerable() || face.ahead().isEmpty());
        if (!face.ahead().equals(ahead)) {
            ahead = face.ahead();
            jump.getItems().setAll(ahead.stream().map(this::item).toList());
        }
        if (!speed.getItems().equals(model.speeds())) {
            speed.getItems().setAll(model.speeds());
        }
        speed.setValue(face.speed());
    }

    private MenuItem item(RehearsalPhase phase) {
        MenuItem item = new MenuItem(words.name("rehearsal.phase", phase));
        item.setId("rehearsal-jump-" + phase);
        item.setOnAction(_ -> model.jump(phase));
        return item;
    }

    private void label(Button button, String name, Ikon icon) {
        button.setId("rehearsal-" + name);
        button.setText(words.say("rehearsal." + name));
        button.setAccessibleText(words.say("rehearsal." + name));
        button.setTooltip(new Tooltip(words.say("rehearsal." + name + ".why")));
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
    }
}
