package io.epochdesk.app;

import javafx.application.Application;

import java.util.Arrays;

/**
 * The beginning: no argument opens the window, {@code --rehearsal} opens it on a rehearsal,
 * anything else is a headless command.
 */
public final class Main {

    private static final String[] REHEARSE = {EpochDeskApp.REHEARSE};

    private Main() {}

    /** Starts the console. */
    public static void main(String[] arguments) {
        if (arguments.length == 0 || Arrays.equals(arguments, REHEARSE)) {
            Application.launch(EpochDeskApp.class, arguments);
        } else {
            System.exit(Headless.run(arguments));
        }
    }
}
