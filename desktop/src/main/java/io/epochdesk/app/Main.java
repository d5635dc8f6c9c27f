package io.epochdesk.app;

import java.io.IOException;
import java.util.List;

/**
 * The beginning: no argument or only those of the window open it, anything else is a headless
 * command.
 */
public final class Main {

    private Main() {}

    /** Starts the console. */
    public static void main(String[] arguments) throws IOException {
        if (WindowArguments.meant(List.of(arguments))) {
            EpochDeskApp.run(List.of(arguments));
        } else {
            System.exit(Headless.run(arguments));
        }
    }
}
