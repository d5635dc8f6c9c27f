package io.epochdesk.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a stage answered, as it said it.
 *
 * @param kind how it ended
 * @param text the error, whole; empty when there is none
 * @param events what a transaction emitted, in order
 * @param value what a script returned, in JSON-Cadence, or null
 */
record Answer(Kind kind, String text, List<Event> events, @Nullable JsonNode value) {

    /** How it ended. */
    enum Kind {
        /** It was done. */
        SUCCEEDED,
        /** It was executed and failed. */
        FAILED,
        /** It was not taken at all. */
        REFUSED
    }

    /** An event with its payload in JSON-Cadence. */
    record Event(String type, JsonNode payload) {
        /** The event's name without address and contract. */
        String name() {
            return type.substring(type.lastIndexOf('.') + 1);
        }

        /** A field's plain value. */
        String field(String name) {
            for (JsonNode field : payload.path("value").path("fields")) {
                if (field.path("name").asText().equals(name)) {
                    JsonNode value = field.path("value").path("value");
                    return value.isObject() ? value.path("value").asText() : value.asText();
                }
            }
            throw new IllegalArgumentException(type + " has no field " + name);
        }
    }

    static Answer refused(String text) {
        return new Answer(Kind.REFUSED, text, List.of(), null);
    }

    /** The events of this name. */
    List<Event> named(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** This answer, which must be a success. */
    Answer succeeded() {
        if (kind != Kind.SUCCEEDED) {
            throw new IllegalStateException(text);
        }
        return this;
    }
}
