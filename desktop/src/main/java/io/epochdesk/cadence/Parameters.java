package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.StringValue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters a transaction's text declares, as far as transactions of node operators take any:
 * texts, numbers, addresses, and optionals, arrays and dictionaries of these.
 */
public final class Parameters {

    private static final Pattern TRANSACTION =
            Pattern.compile("(?m)^\\s*transaction\\b\\s*(?:\\(([^)]*)\\))?\\s*\\{");
    private static final Pattern PARAMETER = Pattern.compile("(?:\\w+\\s+)?(\\w+)\\s*:\\s*(.+)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    private Parameters() {}

    /**
     * A parameter.
     *
     * @param name within the transaction
     * @param type as it is written, without blanks
     */
    public record Parameter(String name, String type) {

        /** Whether a value is of the parameter's type; false for a type that is not known here. */
        public boolean takes(CadenceValue value) {
            return fits(type, value);
        }
    }

    /**
     * The parameters in order.
     *
     * @throws IllegalArgumentException when the text is not that of one transaction
     */
    public static List<Parameter> of(String source) {
        Matcher transaction = TRANSACTION.matcher(COMMENT.matcher(source).replaceAll(" "));
        if (!transaction.find()) {
            throw new IllegalArgumentException("no transaction");
        }
        String declared = transaction.group(1);
        List<Parameter> parameters = new ArrayList<>();
        if (declared == null || declared.isBlank()) {
            return parameters;
        }
        for (String each : declared.split(",", -1)) {
            Matcher parameter = PARAMETER.matcher(each.strip());
            if (!parameter.matches()) {
                throw new IllegalArgumentException("an unreadable parameter");
            }
            parameters.add(
                    new Parameter(parameter.group(1), parameter.group(2).replaceAll("\\s", "")));
        }
        return parameters;
    }

    private static boolean fits(String type, CadenceValue value) {
        if (type.endsWith("?")) {
            return value instanceof OptionalValue optional
                    && (optional.value() == null
                            || fits(type.substring(0, type.length() - 1), optional.value()));
        }
        if (type.startsWith("[") && type.endsWith("]")) {
            String element = type.substring(1, type.length() - 1);
            return value instanceof ArrayValue array
                    && array.values().stream().allMatch(each -> fits(element, each));
        }
        if (type.startsWith("{") && type.endsWith("}")) {
            return value instanceof DictionaryValue pairs && pairsFit(type, pairs);
        }
        return switch (value) {
            case StringValue _ -> type.equals("String");
            case AddressValue _ -> type.equals("Address");
            case BoolValue _ -> type.equals("Bool");
            case IntegerValue number -> type.equals(number.type().label());
            case BigIntegerValue number -> type.equals(number.type().label());
            case FixedPointValue number -> type.equals(number.type().label());
            default -> false;
        };
    }

    private static boolean pairsFit(String type, DictionaryValue pairs) {
        int colon = type.indexOf(':');
        return colon > 0
                && pairs.entries().stream()
                        .allMatch(
                                pair ->
                                        fits(type.substring(1, colon), pair.key())
                                                && fits(
                                                        type.substring(
                                                                colon + 1, type.length() - 1),
                                                        pair.value()));
    }
}
