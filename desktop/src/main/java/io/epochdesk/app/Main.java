package io.epochdesk.app;

import javafx.application.Application;

import java.util.Arrays;

/**
 * The beginning: no argument or only those of the window open it, anything else is a headless
 * command.
 */
public final class Main {

    private Main() {}

    /** Starts the console. */
    public static void main(String[] arguments) {
        if (EpochDeskApp.ARGUMENTS.containsAll(Arrays.asList(arguments))) {
            Application.launch(EpochDeskApp.class, arguments);
        } else {
            System.exit(Headless.run(arguments));
        }
    }
}
