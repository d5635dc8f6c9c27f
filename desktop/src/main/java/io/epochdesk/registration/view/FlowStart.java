package io.epochdesk.registration.view;

import io.epochdesk.registration.Field;
import io.epochdesk.registration.FlowKind;

import java.util.Map;

/**
 * A flow somebody wants to begin, and what is known for it already.
 *
 * @param kind which flow
 * @param values values to begin with; those of fields the flow does not ask for are left out
 */
public record FlowStart(FlowKind kind, Map<Field, String> values) {

    public FlowStart {
        values = Map.copyOf(values);
    }

    /** A flow of which nothing is known. */
    public static FlowStart of(FlowKind kind) {
        return new FlowStart(kind, Map.of());
    }

    /** The values that the flow asks for. */
    public Map<Field, String> usable() {
        return values.entrySet().stream()
                .filter(each -> kind.fields().contains(each.getKey()))
                .collect(
                        java.util.stream.Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, Map.Entry::getValue));
    }
}
