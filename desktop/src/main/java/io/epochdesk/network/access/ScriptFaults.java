package io.epochdesk.network.access;

import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.FaultException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells why the chain refused a script, from the text it gives. Error codes are flow-go's ({@code
 * fvm/errors/codes.go}): 1101 is any Cadence error, 1106 too much storage touched, 1110 too much
 * computation.
 */
final class ScriptFaults {

    private static final Pattern CODE = Pattern.compile("\\[Error Code: (1\\d{3})]");
    private static final Pattern STORAGE = Pattern.compile("\\[Error Code: 1106]");
    private static final Pattern MISSING =
            Pattern.compile(
                    "cannot find declaration `(\\w+)` in `?([0-9a-fA-Fx.]+)|program not found:"
                        + " \\W?A?\\.?([0-9a-f]{16})\\.(\\w+)|(?:cannot find|could not find|import)"
                        + " [^\\n"
                        + "]*contract[^\\n"
                        + "]*?(\\w+)");

    private ScriptFaults() {}

    /** Whether a node's text is about a script that ran and failed, and not about the call. */
    static boolean isScriptError(String said) {
        return CODE.matcher(said).find() || said.contains("cadence runtime error");
    }

    /** The fault that such a text tells of. */
    static FaultException of(String script, String said, String detail) {
        if (STORAGE.matcher(said).find()) {
            return ChainFault.of(ChainFault.Kind.STORAGE_LIMIT, detail, "script", script);
        }
        Matcher missing = MISSING.matcher(said);
        if (missing.find()) {
            return ChainFault.of(
                    ChainFault.Kind.CONTRACT_MISSING,
                    detail,
                    "contract",
                    first(missing.group(1), missing.group(4), missing.group(5)),
                    "address",
                    first(missing.group(2), missing.group(3)));
        }
        return ChainFault.of(
                ChainFault.Kind.SCRIPT_FAILED,
                detail,
                "script",
                script,
                "reason",
                Wording.cadenceReason(said));
    }

    private static String first(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }
}
