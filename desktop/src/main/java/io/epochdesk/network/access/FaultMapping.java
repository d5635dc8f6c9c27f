package io.epochdesk.network.access;

import static io.epochdesk.fault.NetworkFault.Kind;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.AccessNode;
import io.grpc.Status;

import java.util.Locale;

/**
 * Turns what gRPC says of a failed call into a fault. Which status means what follows flow-go
 * ({@code engine/common/rpc/errors.go} and the access backends) and grpc-java's own statuses for
 * what never left this machine.
 */
final class FaultMapping {

    private final AccessNode node;
    private final int receiveCap;
    private final ConnectionFaults connection;

    FaultMapping(AccessNode node, int receiveCap) {
        this.node = node;
        this.receiveCap = receiveCap;
        this.connection = new ConnectionFaults(node);
    }

    /** The fault of a failed call. */
    FaultException of(Throwable error, CallFacts call) {
        Status status = Status.fromThrowable(error);
        String said = status.getDescription() == null ? "" : status.getDescription();
        String detail =
                Wording.detail(
                        call.call() + ": " + status.getCode() + ": " + said + causes(status));
        if (!call.script().isEmpty() && ScriptFaults.isScriptError(said)) {
            return ScriptFaults.of(call.script(), said, detail);
        }
        return new FaultException(
                connection.of(status, detail).orElseGet(() -> byCode(status, said, call, detail)),
                error);
    }

    /** A stream that the node ended in good order, which no live stream should. */
    FaultException ended(CallFacts call) {
        return NetworkFault.of(
                Kind.STREAM_CUT, call.call() + " was ended by the node", "node", node.name());
    }

    /** An answer that does not hold what it must. */
    FaultException malformed(CallFacts call, String reason) {
        return NetworkFault.of(
                Kind.NODE_FAILED,
                call.call() + ": " + Wording.detail(reason),
                "node",
                node.name(),
                "reason",
                reason);
    }

    /** The console itself closed the connection. */
    FaultException closed(CallFacts call) {
        return NetworkFault.of(Kind.CLOSED, call.call());
    }

    private NetworkFault byCode(Status status, String said, CallFacts call, String detail) {
        String reason = Wording.reason(said);
        return switch (status.getCode()) {
            case DEADLINE_EXCEEDED -> fault(Kind.TIMED_OUT, detail, "seconds", seconds(call));
            case RESOURCE_EXHAUSTED -> exhausted(said, detail);
            case OUT_OF_RANGE, NOT_FOUND, FAILED_PRECONDITION ->
                    !call.place().isEmpty()
                            ? fault(Kind.UNAVAILABLE_HEIGHT, detail, "height", call.place())
                            : fault(Kind.REFUSED, detail, "reason", reason);
            case INVALID_ARGUMENT ->
                    !call.place().isEmpty() && said.contains("could not find block")
                            ? fault(Kind.UNAVAILABLE_HEIGHT, detail, "height", call.place())
                            : fault(Kind.REFUSED, detail, "reason", reason);
            case PERMISSION_DENIED, UNAUTHENTICATED, ALREADY_EXISTS ->
                    fault(Kind.REFUSED, detail, "reason", reason);
            case UNIMPLEMENTED -> fault(Kind.UNSUPPORTED, detail, "call", call.call());
            case OK, CANCELLED, UNKNOWN, ABORTED, INTERNAL, UNAVAILABLE, DATA_LOSS ->
                    broken(status, said, call, detail);
        };
    }

    private NetworkFault exhausted(String said, String detail) {
        String text = said.toLowerCase(Locale.ROOT);
        if (text.contains("exceeds maximum") || text.contains("send message larger than max")) {
            return fault(Kind.ANSWER_TOO_LARGE, detail, "cap", Wording.size(receiveCap));
        }
        return text.contains("received message larger than max")
                ? fault(Kind.REFUSED, detail, "reason", Wording.reason(said))
                : fault(Kind.THROTTLED, detail);
    }

    private NetworkFault broken(Status status, String said, CallFacts call, String detail) {
        if (call.isStream() && (ConnectionFaults.isBroken(status) || isReset(status, said))) {
            return fault(Kind.STREAM_CUT, detail);
        }
        return ConnectionFaults.isBroken(status)
                ? fault(Kind.UNREACHABLE, detail)
                : fault(Kind.NODE_FAILED, detail, "reason", Wording.reason(said));
    }

    private static boolean isReset(Status status, String said) {
        return switch (status.getCode()) {
            case CANCELLED, UNAVAILABLE, ABORTED -> true;
            default -> said.contains("RST_STREAM");
        };
    }

    private NetworkFault fault(Kind kind, String detail, String... facts) {
        return ConnectionFaults.fault(node, kind, detail, facts);
    }

    private static String seconds(CallFacts call) {
        return String.format(Locale.ROOT, "%.1f", call.deadline().toMillis() / 1_000.0)
                .replace(".0", "");
    }

    private static String causes(Status status) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
            text.append(" <- ")
                    .append(cause.getClass().getSimpleName())
                    .append(": ")
                    .append(cause.getMessage());
        }
        return text.toString();
    }
}
