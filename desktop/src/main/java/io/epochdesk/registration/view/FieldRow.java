package io.epochdesk.registration.view;

import io.epochdesk.guide.view.Explained;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FieldProblem;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** A value: its name and how it stands, where to type it, what it is, and what is wrong with it. */
final class FieldRow extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final Words words;
    private final StringProperty text;
    private final Control control;
    private final ToneMark mark = new ToneMark();
    private final Label problem = new Label();
    private final Label origin = Labels.caption("");
    private final Tooltip originWhole = new Tooltip();

    FieldRow(Field field, StringProperty text, FlowTexts flow, Explained explained) {
        super(4);
        this.text = text;
        words = flow.words();
        control = control(field, text);
        control.setId("field-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        control.setAccessibleText(flow.flows().name(field));
        control.setAccessibleHelp(flow.help(field));
        control.setMaxWidth(Double.MAX_VALUE);
        Label name = Labels.body(flow.flows().name(field));
        name.setLabelFor(control);
        name.getStyleClass().add("strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        origin.getStyleClass().add("flow-origin");
        origin.setTooltip(originWhole);
        HBox top = new HBox(8, name, gap, origin, mark);
        top.setAlignment(Pos.BASELINE_LEFT);
        mark.setMinWidth(USE_PREF_SIZE);
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getStyleClass().add("form-field");
        getChildren()
                .addAll(
                        top,
                        control,
                        problem,
                        explained.sentence(flow.help(field), "text-caption"));
    }

    /** Where to type. */
    Control control() {
        return control;
    }

    /**
     * Shows how the value stands.
     *
     * @param wrong what is wrong with it, in words; null when nothing is
     * @param from the file it is from; empty when it was typed
     * @param missingToo whether it is told when nothing was entered yet
     */
    void show(@Nullable FieldProblem wrong, String sentence, String from, boolean missingToo) {
        boolean silent =
                wrong == null || (wrong.kind() == FieldProblem.Kind.MISSING && !missingToo);
        boolean empty = text.get().isBlank();
        mark.setVisible(!(silent && empty));
        if (wrong == null) {
            mark.show(Tone.SUCCESS, words.say("flows.field.fits"));
        } else {
            mark.show(Tone.DANGER, words.say("flows.field.wrong"));
        }
        problem.setText(silent ? "" : sentence);
        control.pseudoClassStateChanged(WRONG, !silent);
        origin.setText(
                from.isEmpty() || empty ? "" : words.say("flows.field.from", "file", lastOf(from)));
        originWhole.setText(from);
    }

    /** The text is being looked at. */
    void await() {
        mark.setVisible(false);
        problem.setText("");
        origin.setText("");
        control.pseudoClassStateChanged(WRONG, false);
    }

    private static String lastOf(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }

    private Control control(Field field, StringProperty value) {
        return switch (field.form()) {
            case ROLE -> choice(value, "flows.role", List.of("collection", "consensus"));
            case SIGNATURE_ALGORITHM ->
                    choice(value, "flows.algorithm", List.of("ECDSA_P256", "ECDSA_SECP256K1"));
            case HASH_ALGORITHM ->
                    choice(value, "flows.algorithm", List.of("SHA3_256", "SHA2_256"));
            case P256_KEY, ACCOUNT_KEY, BLS_SIGNATURE -> area(value, 2);
            case STAKING_KEY, HEX -> area(value, 3);
            case REFILLS, STAKING_KEYS, MAPPING, TEXT -> area(value, 5);
            default -> line(value, field);
        };
    }

    private static TextField line(StringProperty value, Field field) {
        TextField line = new TextField();
        line.textProperty().bindBidirectional(value);
        if (field == Field.NODE_ID) {
            line.getStyleClass().add("text-mono");
        }
        return line;
    }

    private static TextArea area(StringProperty value, int rows) {
        TextArea area = new TextArea();
        area.setPrefRowCount(rows);
        area.setMinHeight(USE_PREF_SIZE);
        area.setWrapText(true);
        area.getStyleClass().add("text-mono");
        area.textProperty().bindBidirectional(value);
        return area;
    }

    private ComboBox<String> choice(StringProperty value, String key, List<String> choices) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setConverter(
                new javafx.util.StringConverter<>() {
                    @Override
                    public String toString(@Nullable String chosen) {
                        return chosen == null || chosen.isEmpty()
                                ? ""
                                : words.say(key + "." + chosen);
                    }

                    @Override
                    public String fromString(String shown) {
                        throw new UnsupportedOperationException("chosen, never typed");
                    }
                });
        box.valueProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                value.set(chosen);
                            }
                        });
        value.subscribe(chosen -> box.setValue(choices.contains(chosen) ? chosen : null));
        return box;
    }
}
