package io.epochdesk.rehearsal.access;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CcfEncoder;

import org.onflow.protobuf.entities.EventOuterClass.EventEncodingVersion;

/** The forms in which events are told, as whoever asks wants them. */
enum EventForm {
    JSON,
    CCF;

    /** The form that was asked for; refuses one that Flow does not have. */
    static EventForm of(EventEncodingVersion wanted) {
        return switch (wanted) {
            case JSON_CDC_V0 -> JSON;
            case CCF_V0 -> CCF;
            case UNRECOGNIZED -> throw Statuses.invalid("unknown event encoding version");
        };
    }

    /** A payload in this form. */
    ByteString payload(CadenceValue value) {
        return ByteString.copyFrom(
                this == CCF ? CcfEncoder.encode(value) : CadenceEncoder.encode(value));
    }
}
