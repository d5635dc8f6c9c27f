package io.epochdesk.network.access;

import java.util.List;

/**
 * A script as it goes over the wire.
 *
 * @param name what faults call it
 * @param source Cadence text in UTF-8, imports resolved
 * @param arguments each in JSON-Cadence
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScriptCall(String name, byte[] source, List<byte[]> arguments) {
    ScriptCall {
        arguments = List.copyOf(arguments);
    }
}
