package io.epochdesk.app;

import javafx.application.Application;

/** The beginning: no argument opens the window, anything else is a headless command. */
public final class Main {

    private Main() {}

    /** Starts the console. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Application.launch(EpochDeskApp.class);
        } else {
            System.exit(Headless.run(arguments));
        }
    }
}
