package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.Program;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program takes, read from its source.
 *
 * @param parameters the types of its parameters, such as {@code [String]}
 * @param authorizers how many accounts must authorize it; none for a script
 */
record Signature(List<String> parameters, int authorizers) {

    private static final Pattern PARAMETERS =
            Pattern.compile("(?:\\bfun main|\\btransaction)\\s*\\(([^)]*)\\)");
    private static final Pattern PREPARE = Pattern.compile("\\bprepare\\s*\\(");

    Signature {
        parameters = List.copyOf(parameters);
    }

    static Signature of(Program program) {
        List<String> types = new ArrayList<>();
        Matcher found = PARAMETERS.matcher(program.source());
        if (found.find()) {
            for (String parameter : splitAtCommas(found.group(1))) {
                int colon = parameter.indexOf(':');
                if (colon >= 0) {
                    types.add(parameter.substring(colon + 1).strip());
                }
            }
        }
        Matcher prepare = PREPARE.matcher(program.source());
        int accounts = prepare.find() ? accounts(program.source().substring(prepare.end())) : 0;
        return new Signature(types, accounts);
    }

    /** How many parameters of a prepare phase there are: one for each {@code &Account}. */
    private static int accounts(String afterParenthesis) {
        int brace = afterParenthesis.indexOf('{');
        String head = brace < 0 ? afterParenthesis : afterParenthesis.substring(0, brace);
        return head.split("&Account", -1).length - 1;
    }

    private static List<String> splitAtCommas(String parameters) {
        List<String> parts = new ArrayList<>();
        for (String part : parameters.split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** Refuses other arguments in Cadence's words. */
    void check(List<CadenceValue> arguments) throws Aborted {
        if (arguments.size() != parameters.size()) {
            throw Aborted.runtime(
                    "entry point parameter count mismatch: expected "
                            + parameters.size()
                            + ", got "
                            + arguments.size());
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!ArgumentType.fits(parameters.get(i), arguments.get(i))) {
                throw Aborted.runtime(
                        "invalid argument at index "
                                + i
                                + ": expected value of type `"
                                + parameters.get(i)
                                + "`");
            }
        }
    }

    /** Refuses another number of authorizers in Cadence's words. */
    void checkAuthorizers(int given) throws Aborted {
        if (given != authorizers) {
            throw Aborted.runtime(
                    "authorizer count mismatch for transaction: expected "
                            + authorizers
                            + ", got "
                            + given);
        }
    }
}
