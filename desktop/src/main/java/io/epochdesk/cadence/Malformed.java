package io.epochdesk.cadence;

import io.epochdesk.fault.CadenceFault;
import io.epochdesk.fault.CadenceFault.Kind;
import io.epochdesk.fault.FaultException;

/** The faults of a text that cannot be decoded; positions are byte offsets from 0. */
final class Malformed {

    private Malformed() {}

    static FaultException at(int position, String reason) {
        return CadenceFault.of(
                Kind.MALFORMED,
                reason + " at byte " + position,
                "position",
                Integer.toString(position),
                "reason",
                reason);
    }

    static FaultException tooDeep(int position, int limit) {
        return CadenceFault.of(
                Kind.TOO_DEEP, "at byte " + position, "limit", Integer.toString(limit));
    }

    static FaultException tooManyElements(int position, int limit) {
        return CadenceFault.of(
                Kind.TOO_MANY_ELEMENTS, "at byte " + position, "limit", Integer.toString(limit));
    }

    static FaultException tooManyDigits(int position, int limit) {
        return CadenceFault.of(
                Kind.TOO_MANY_DIGITS, "at byte " + position, "limit", Integer.toString(limit));
    }

    static FaultException outOfRange(int position, String type, String value) {
        return CadenceFault.of(
                Kind.OUT_OF_RANGE, "at byte " + position, "type", type, "value", value);
    }
}
