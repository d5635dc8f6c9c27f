package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** The gRPC statuses of a real access node. */
final class Statuses {

    private Statuses() {}

    static StatusRuntimeException of(Refusal refusal) {
        Status status =
                switch (refusal.kind()) {
                    case INVALID_ARGUMENT -> Status.INVALID_ARGUMENT;
                    case NOT_FOUND -> Status.NOT_FOUND;
                    case OUT_OF_RANGE -> Status.OUT_OF_RANGE;
                    case UNAVAILABLE -> Status.UNAVAILABLE;
                };
        return status.withDescription(refusal.words()).asRuntimeException();
    }

    static StatusRuntimeException invalid(String words) {
        return Status.INVALID_ARGUMENT.withDescription(words).asRuntimeException();
    }

    static StatusRuntimeException notFound(String words) {
        return Status.NOT_FOUND.withDescription(words).asRuntimeException();
    }

    static StatusRuntimeException outOfRange(String words) {
        return Status.OUT_OF_RANGE.withDescription(words).asRuntimeException();
    }

    /** What flow-go says of a transaction or block it has never heard of. */
    static StatusRuntimeException unknownKey() {
        return notFound("not found: key not found");
    }
}
