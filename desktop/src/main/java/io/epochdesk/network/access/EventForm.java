package io.epochdesk.network.access;

import org.onflow.protobuf.entities.EventOuterClass.EventEncodingVersion;

/** The forms in which a node is asked for the payloads of events. */
enum EventForm {
    /** JSON-Cadence, for whoever keeps or shows the text; a node translates each event for it. */
    JSON(EventEncodingVersion.JSON_CDC_V0),
    /** The Cadence Compact Format, in which nodes keep events. */
    CCF(EventEncodingVersion.CCF_V0);

    private final EventEncodingVersion version;

    EventForm(EventEncodingVersion version) {
        this.version = version;
    }

    /** As a request says it. */
    EventEncodingVersion version() {
        return version;
    }
}
