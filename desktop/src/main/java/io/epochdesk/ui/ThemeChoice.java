package io.epochdesk.ui;

import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** Which look is worn: the one the person chose, else the one the system wears. */
public final class ThemeChoice {

    private final ObjectProperty<io.epochdesk.settings.Theme> wish =
            new SimpleObjectProperty<>(io.epochdesk.settings.Theme.SYSTEM);
    private final ObservableValue<Theme> theme;

    /**
     * A choice that follows this scheme, usually that of {@code Platform.getPreferences()}, unless
     * a person wishes otherwise.
     */
    public ThemeChoice(ObservableValue<ColorScheme> system) {
        theme =
                wish.flatMap(
                        wanted ->
                                switch (wanted) {
                                    case LIGHT -> new SimpleObjectProperty<>(Theme.LIGHT);
                                    case DARK -> new SimpleObjectProperty<>(Theme.DARK);
                                    case SYSTEM ->
                                            system.map(
                                                    scheme ->
                                                            scheme == ColorScheme.DARK
                                                                    ? Theme.DARK
                                                                    : Theme.LIGHT);
                                });
    }

    /** What the person wishes. */
    public ObjectProperty<io.epochdesk.settings.Theme> wishProperty() {
        return wish;
    }

    /** The look to wear now. */
    public ObservableValue<Theme> theme() {
        return theme;
    }

    /** Dresses the scene now and whenever the look changes, until the subscription ends. */
    public Subscription dress(Scene scene) {
        return theme.subscribe(look -> look.on(scene));
    }
}
