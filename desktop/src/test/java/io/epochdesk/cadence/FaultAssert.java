package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.fault.CadenceFault;
import io.epochdesk.fault.CadenceFault.Kind;
import io.epochdesk.fault.FaultException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.nio.charset.StandardCharsets;

/** Expects faults of this room. */
final class FaultAssert {

    private FaultAssert() {}

    /** The fault of this kind that the call ends with. */
    static CadenceFault fault(Kind kind, ThrowingCallable call) {
        FaultException exception = catchThrowableOfType(FaultException.class, call);
        assertThat(exception).isNotNull();
        assertThat(exception.fault()).isInstanceOf(CadenceFault.class);
        CadenceFault fault = (CadenceFault) exception.fault();
        assertThat(fault.kind()).as(exception.getMessage()).isEqualTo(kind);
        return fault;
    }

    /** The fault of this kind that decoding the text ends with. */
    static CadenceFault faultOf(Kind kind, String json) {
        return fault(
                kind, () -> new CadenceDecoder().decode(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** The reason why the text is malformed. */
    static String malformed(String json) {
        return faultOf(Kind.MALFORMED, json).facts().getOrDefault("reason", "");
    }
}
