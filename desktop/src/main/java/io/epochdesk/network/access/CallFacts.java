package io.epochdesk.network.access;

import java.time.Duration;

/**
 * What was asked, for the sentence of a fault.
 *
 * @param call the method's bare name
 * @param deadline how long it was allowed to take; zero for a stream
 * @param subject the height, block, script or transaction asked about; may be empty
 */
record CallFacts(String call, Duration deadline, String subject) {

    static CallFacts unary(String call, Duration deadline, String subject) {
        return new CallFacts(call, deadline, subject);
    }

    static CallFacts stream(String call, String subject) {
        return new CallFacts(call, Duration.ZERO, subject);
    }

    boolean isStream() {
        return deadline.isZero();
    }

    boolean isScript() {
        return call.startsWith("ExecuteScript");
    }

    boolean isAboutHeight() {
        return call.contains("Height") || call.contains("BlockHeader") || isScript();
    }
}
