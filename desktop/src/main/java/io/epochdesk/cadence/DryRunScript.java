package io.epochdesk.cadence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transaction as a script: the same body, run in the name of an account with {@code
 * getAuthAccount}, of which nothing stays. It shows the contract's own error before anybody signs.
 *
 * <p>It is made for transactions of one {@code prepare} phase with one account, as the console's
 * are. A script cannot create accounts or change keys: flow-go ends it there with {@link
 * #NOT_IN_SCRIPTS}.
 */
public final class DryRunScript {

    /** flow-go's code for what scripts may not do ({@code fvm/errors/codes.go}). */
    public static final int NOT_IN_SCRIPTS = 1057;

    private static final Pattern TRANSACTION =
            Pattern.compile(
                    "(?s)\\btransaction\\s*(?:\\(([^)]*)\\))?\\s*\\{\\s*prepare\\((\\w+):"
                            + " (auth\\([\\w, ]+\\) &Account)\\) \\{(.*)\\}\\s*\\}\\s*$");

    private DryRunScript() {}

    /**
     * The script of a transaction. It takes the account's address, then the transaction's own
     * arguments.
     *
     * @throws IllegalArgumentException when the transaction is not of that form
     */
    public static Program of(Program transaction) {
        Matcher form = TRANSACTION.matcher(transaction.source());
        if (!form.find()) {
            throw new IllegalArgumentException(transaction.name() + " has another form");
        }
        String parameters = form.group(1) == null ? "" : form.group(1).strip();
        String main =
                "access(all) fun main(nameOf: Address%s) {\n    let %s = getAuthAccount<%s>(nameOf)%s}\n"
                        .formatted(
                                parameters.isEmpty() ? "" : ", " + parameters,
                                form.group(2),
                                form.group(3),
                                form.group(4));
        return new Program(
                "dry_run_" + transaction.name(),
                transaction.source().substring(0, form.start()) + main);
    }
}
