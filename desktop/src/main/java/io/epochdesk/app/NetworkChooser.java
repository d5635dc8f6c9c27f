package io.epochdesk.app;

import io.epochdesk.network.NetworkProfile;
import io.epochdesk.text.Words;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** Names the network being watched and changes it. */
final class NetworkChooser {

    private final ComboBox<NetworkProfile> choice = new ComboBox<>();

    /**
     * A chooser.
     *
     * @param networks all there are
     * @param open the one being watched
     * @param chosen told of another one
     */
    NetworkChooser(
            List<NetworkProfile> networks,
            NetworkProfile open,
            Words words,
            Consumer<NetworkProfile> chosen) {
        choice.setId("network");
        choice.setAccessibleText(words.say("header.network"));
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable NetworkProfile network) {
                        return network == null ? "" : network.name();
                    }

                    @Override
                    public NetworkProfile fromString(String name) {
                        throw new UnsupportedOperationException("chosen, never typed");
                    }
                });
        choice.getItems().setAll(networks);
        choice.setValue(open);
        choice.valueProperty()
                .subscribe(
                        (_, next) -> {
                            if (next != null && !next.id().equals(open.id())) {
                                chosen.accept(next);
                            }
                        });
    }

    ComboBox<NetworkProfile> control() {
        return choice;
    }
}
