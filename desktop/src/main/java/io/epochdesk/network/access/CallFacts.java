package io.epochdesk.network.access;

import java.time.Duration;

/**
 * What was asked, for the sentence of a fault.
 *
 * @param call the method's bare name
 * @param deadline how long it was allowed to take; zero for a stream
 * @param place the height, range or block asked about; empty when it was about none
 * @param script name of the script run; empty when it was none
 */
record CallFacts(String call, Duration deadline, String place, String script) {

    static CallFacts unary(String call, Duration deadline) {
        return new CallFacts(call, deadline, "", "");
    }

    static CallFacts stream(String call, String place) {
        return new CallFacts(call, Duration.ZERO, place, "");
    }

    CallFacts at(String somewhere) {
        return new CallFacts(call, deadline, somewhere, script);
    }

    CallFacts running(String name) {
        return new CallFacts(call, deadline, place, name);
    }

    boolean isStream() {
        return deadline.isZero();
    }
}
