package io.epochdesk.cli;

import io.epochdesk.fault.VaultFault;

import java.io.Console;

/** Asks whoever sits at the terminal. */
@FunctionalInterface
public interface PasswordPrompt {

    /**
     * Asks for a password without showing it.
     *
     * @param question what is asked for
     * @return what was typed; the caller wipes it
     * @throws io.epochdesk.fault.FaultException when there is no terminal, or nothing more comes
     *     from it
     */
    char[] ask(String question);

    /** The terminal this process was started from. */
    @SuppressWarnings("SystemConsoleNull") // never null since JDK 22, which NullAway does not know
    static PasswordPrompt terminal() {
        return question -> {
            Console console = System.console();
            char[] typed =
                    console == null || !console.isTerminal()
                            ? null
                            : console.readPassword("%s: ", question);
            if (typed == null) {
                throw VaultFault.of(VaultFault.Kind.NO_TERMINAL, "");
            }
            return typed;
        };
    }
}
