package io.epochdesk.registration.view;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.registration.Argument;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.util.stream.Collectors;

/** Arguments of a transaction in words, by the names its text gives them. */
final class ArgumentWords {

    private final Words words;

    ArgumentWords(Words words) {
        this.words = words;
    }

    /** Its value; numbers that stand for something are told as that. */
    String value(Argument argument) {
        String key = "flows.argument." + argument.name();
        if (argument.value() instanceof IntegerValue number
                && words.has(key + "." + number.value())) {
            return words.say(key + "." + number.value());
        }
        return value(argument.value(), argument.name().equals("weight"));
    }

    private String value(CadenceValue value, boolean isBare) {
        return switch (value) {
            case StringValue text -> FlowTexts.shown(text.value());
            case AddressValue address -> address.value().toString();
            case IntegerValue number -> Formats.number(number.value());
            case FixedPointValue amount ->
                    isBare ? Formats.decimal(amount.value()) : Formats.flow(amount.value());
            case ArrayValue array ->
                    array.values().stream()
                            .map(one -> value(one, isBare))
                            .collect(Collectors.joining(", "));
            case DictionaryValue pairs ->
                    pairs.entries().stream()
                            .map(
                                    pair ->
                                            value(pair.key(), isBare)
                                                    + " → "
                                                    + value(pair.value(), isBare))
                            .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
