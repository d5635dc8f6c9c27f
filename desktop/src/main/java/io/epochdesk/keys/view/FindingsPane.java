package io.epochdesk.keys.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.FileNote;
import io.epochdesk.keys.bootstrap.FoundFile;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.bootstrap.OfferedKey;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a bootstrap folder has: its keys to be chosen, and what each of its files was, in words. */
final class FindingsPane extends VBox {

    private static final double LIST_HEIGHT = 300;

    private final BootstrapFindings findings;
    private final Words words;
    private final List<OfferRow> offers = new ArrayList<>();
    private final ObservableValue<Number> count;
    private final ObservableValue<Boolean> ready;

    FindingsPane(BootstrapFindings findings, KeysViewModel model, Words words) {
        super(16);
        this.findings = findings;
        this.words = words;
        setId("findings");
        VBox nodes = new VBox(8);
        for (FoundNode node : findings.nodes()) {
            nodes.getChildren().add(node(node, model));
        }
        VBox files = new VBox(12);
        files.getStyleClass().add("found-files");
        findings.files().stream()
                .sorted(Comparator.comparing(file -> file.fault() == null))
                .forEach(file -> files.getChildren().add(file(file)));
        ScrollPane scroll = new ScrollPane(files);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(LIST_HEIGHT);
        scroll.getStyleClass().add("found-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ObservableValue<?>[] watched =
                offers.stream().flatMap(OfferRow::watched).toArray(ObservableValue<?>[]::new);
        count = Bindings.createIntegerBinding(() -> wanted().size(), watched);
        ready =
                Bindings.createBooleanBinding(
                        () ->
                                offers.stream().anyMatch(OfferRow::isWanted)
                                        && offers.stream()
                                                .filter(OfferRow::isWanted)
                                                .allMatch(OfferRow::isNamed),
                        watched);
        getChildren().addAll(nodes, Labels.heading(words.say("vault.found.files")), scroll);
    }

    /** The keys that are wanted, with their names. */
    Map<OfferedKey, String> wanted() {
        Map<OfferedKey, String> wanted = new LinkedHashMap<>();
        offers.stream()
                .filter(OfferRow::isWanted)
                .forEach(row -> wanted.put(row.offer(), row.name()));
        return wanted;
    }

    /** How many are wanted. */
    ObservableValue<Number> count() {
        return count;
    }

    /** Whether something is wanted, and everything wanted has a name that is free. */
    ObservableValue<Boolean> ready() {
        return ready;
    }

    /** Wipes the keys. */
    void forget() {
        findings.close();
    }

    private Node node(FoundNode node, KeysViewModel model) {
        Optional<OfferedKey> offer = node.offer().filter(_ -> findings.isSound(node));
        String id = Formats.shortId(node.nodeId());
        String what =
                node.info() == null
                        ? words.say("vault.found.node", "id", id)
                        : words.say("vault.found.role", "id", id, "role", node.info().role());
        if (offer.isEmpty()) {
            return told(
                    Tone.ATTENTION,
                    what,
                    List.of(
                            words.say(
                                    node.offer().isEmpty()
                                            ? "vault.found.noKey"
                                            : "vault.found.unsound")));
        }
        String address = offer.get().address();
        if (!AccountText.isOf(model.network(), address)) {
            return told(
                    Tone.ATTENTION,
                    what,
                    List.of(
                            words.say(
                                    "vault.found.elsewhere",
                                    "address",
                                    "0x" + address,
                                    "network",
                                    model.network())));
        }
        OfferRow row = new OfferRow(what, offer.get(), model, words);
        offers.add(row);
        return row;
    }

    private Node file(FoundFile file) {
        List<String> lines = new ArrayList<>();
        lines.add(words.name("vault.file", file.kind()));
        for (FileNote note : file.notes()) {
            lines.add(words.name("vault.note", note));
        }
        Fault fault = file.fault();
        Tone tone =
                fault != null
                        ? Tone.DANGER
                        : !file.kind().isRead()
                                ? Tone.CALM
                                : file.notes().isEmpty() ? Tone.SUCCESS : Tone.ATTENTION;
        if (fault != null) {
            FaultText text = FaultText.of(words, fault);
            lines.add(text.sentence() + " " + text.advice() + " (" + fault.code() + ")");
        }
        int name = Math.max(file.path().lastIndexOf('/'), file.path().lastIndexOf('\\')) + 1;
        Node row = told(tone, shortened(file.path().substring(name)), lines);
        Tooltip.install(row, new Tooltip(file.path()));
        return row;
    }

    /** The node's ID within a file's name says nothing that is not said above. */
    private static String shortened(String name) {
        return name.replaceFirst("([0-9a-f]{8})[0-9a-f]{52}([0-9a-f]{4})", "$1…$2");
    }

    private static Node told(Tone tone, String what, List<String> lines) {
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().add("tone-icon");
        tone.on(icon);
        Label title = Labels.body(what);
        title.getStyleClass().add("strong");
        VBox said = new VBox(2, title);
        for (String line : lines) {
            Label label = Labels.body(line);
            label.setMinHeight(Region.USE_PREF_SIZE);
            said.getChildren().add(label);
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(12, icon, said);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
