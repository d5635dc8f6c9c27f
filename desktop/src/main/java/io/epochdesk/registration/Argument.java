package io.epochdesk.registration;

import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;

import java.nio.charset.StandardCharsets;

/**
 * An argument of a transaction.
 *
 * @param name as the transaction's text calls it
 * @param value what is sent
 */
public record Argument(String name, CadenceValue value) {

    /** JSON-Cadence, as it is signed. */
    public String json() {
        return new String(CadenceEncoder.encode(value), StandardCharsets.UTF_8);
    }
}
