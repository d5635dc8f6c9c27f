package io.epochdesk.registration.view;

import io.epochdesk.guide.view.Explained;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FieldProblem;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.WhileShown;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose account signs, and the values; each is checked while one types. */
final class ValuesPane {

    private static final Set<Field> SIGNER = EnumSet.of(Field.ACCOUNT, Field.SIGNING_KEYS);

    private final FlowViewModel model;
    private final Words words;
    private final Explained explained;
    private final Map<Field, FieldRow> rows = new EnumMap<>(Field.class);
    private final VBox root;

    ValuesPane(FlowViewModel model, Explained explained, FxClock clock, Runnable openKeys) {
        this.model = model;
        this.explained = explained;
        words = model.words().words();
        List<Node> signer = new ArrayList<>();
        signer.add(new SignerPane(model, clock, openKeys));
        SIGNER.forEach(field -> signer.add(row(field)));
        root =
                Pages.page(
                        Pages.section(
                                words.say("flows.values.signer"), signer.toArray(Node[]::new)));
        List<Node> own = new ArrayList<>();
        if (model.kind() == FlowKind.REGISTER_NODE
                || model.kind() == FlowKind.CREATE_MACHINE_ACCOUNT) {
            own.add(new NodeSourcePane(model));
        }
        model.kind().fields().stream()
                .filter(field -> !SIGNER.contains(field))
                .forEach(field -> own.add(row(field)));
        PracticeAids practice = model.practice();
        if (model.kind() == FlowKind.SUBMIT_VOTE && practice != null) {
            own.add(vote(practice));
        }
        root.getStyleClass().add("flow-values");
        if (!own.isEmpty()) {
            root.getChildren()
                    .add(Pages.section(words.say("flows.values.own"), own.toArray(Node[]::new)));
        }
        WhileShown.of(
                root,
                () ->
                        Subscription.combine(
                                model.checkedProperty().subscribe(_ -> show()),
                                model.stateProperty().subscribe(_ -> show()),
                                model.problemsShownProperty().subscribe(_ -> show()),
                                clock.open(),
                                clock.subscribe(_ -> lookWhileLocked())));
    }

    VBox root() {
        return root;
    }

    /** Where the first thing is to be typed that is missing or wrong. */
    Optional<Control> first() {
        Map<Field, FieldProblem> wrong = model.checkedProperty().get().wrong();
        return model.kind().fields().stream()
                .filter(wrong::containsKey)
                .map(rows::get)
                .map(FieldRow::control)
                .findFirst();
    }

    /**
     * In a rehearsal the staking key of a practice node may be used; on a real network it is not.
     */
    private Node vote(PracticeAids practice) {
        Button sign = new Button(words.say("flows.values.practiceVote"));
        sign.setId("flow-practice-vote");
        sign.setOnAction(_ -> practice.vote());
        return new VBox(4, Pages.caption(words.say("flows.values.practiceVote.why")), sign);
    }

    private FieldRow row(Field field) {
        FieldRow row = new FieldRow(field, model.text(field), model.words(), explained);
        rows.put(field, row);
        model.text(field).subscribe(_ -> show());
        return row;
    }

    private void show() {
        Checked checked = model.checkedProperty().get();
        boolean missingToo = model.problemsShownProperty().get();
        rows.forEach(
                (field, row) -> {
                    FieldProblem problem = checked.wrong().get(field);
                    if (!checked.isOf(field, model.text(field).get())) {
                        row.await();
                        return;
                    }
                    row.show(
                            problem,
                            problem == null ? "" : model.words().flows().sentence(problem),
                            model.record().origins().getOrDefault(field, ""),
                            missingToo);
                });
    }

    /** The vault may be unlocked or made on the Keys page meanwhile, or lock itself. */
    private void lookWhileLocked() {
        boolean open = model.tools().signers().session().look();
        if (open != (model.signersProperty().get().state() == Signers.State.OPEN)) {
            model.lookAtVault();
        }
    }
}
