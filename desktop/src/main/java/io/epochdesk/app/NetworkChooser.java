package io.epochdesk.app;

import io.epochdesk.text.Words;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** Names the network being watched and changes it. */
final class NetworkChooser {

    private final ComboBox<Entry> choice = new ComboBox<>();

    /**
     * A chooser.
     *
     * @param networks all there are
     * @param open ID of the one being watched
     * @param chosen told the ID of another one
     */
    NetworkChooser(List<Entry> networks, String open, Words words, Consumer<String> chosen) {
        choice.setId("network");
        choice.setAccessibleText(words.say("header.network"));
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Entry network) {
                        return network == null ? "" : network.name();
                    }

                    @Override
                    public Entry fromString(String name) {
                        throw new UnsupportedOperationException("chosen, never typed");
                    }
                });
        choice.getItems().setAll(networks);
        networks.stream()
                .filter(network -> network.id().equals(open))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.valueProperty()
                .subscribe(
                        (_, next) -> {
                            if (next != null && !next.id().equals(open)) {
                                chosen.accept(next.id());
                            }
                        });
    }

    ComboBox<Entry> control() {
        return choice;
    }

    /**
     * A network to choose.
     *
     * @param id as the settings know it
     * @param name what people call it
     */
    record Entry(String id, String name) {}
}
