package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.AccessNode;

/** stub. */
final class EndpointDiagnosis {
    EndpointDiagnosis(AccessNode node) {}

    FaultException refine(FaultException fault) {
        return fault;
    }
}
