package io.epochdesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.epochdesk.fault.InternalFault;

/** Writes documents as JSON, in the order their records declare, with every field there. */
final class StatusJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter PRETTY =
            JSON.writer(
                    new DefaultPrettyPrinter()
                            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE));

    private StatusJson() {}

    /** On one line. */
    static String compact(Object document) {
        return written(JSON.writer(), document);
    }

    /** Indented, for eyes. */
    static String pretty(Object document) {
        return written(PRETTY, document);
    }

    private static String written(ObjectWriter writer, Object document) {
        try {
            return writer.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw InternalFault.of(
                    InternalFault.Kind.UNEXPECTED, e.toString(), "what", "JSON output");
        }
    }
}
