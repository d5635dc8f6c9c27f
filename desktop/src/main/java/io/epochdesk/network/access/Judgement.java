package io.epochdesk.network.access;

import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;

/** What a fault says about the node that gave it, and so what to do next. */
enum Judgement {
    /**
     * The node answered, and the answer is no: nobody else would say otherwise, and the node is
     * well.
     */
    ANSWER,
    /** Too many calls: rest, and do not take it to the next node. */
    THROTTLED,
    /** The node did badly this time: try again, and move on after two failures in a row. */
    TRANSIENT,
    /**
     * The node shows another chain than before: its identity is to be checked before anything else.
     */
    DOUBT,
    /** This node cannot be used as things are set up: move on at once. */
    UNUSABLE;

    static Judgement of(Fault fault) {
        return switch (fault) {
            case NetworkFault network ->
                    switch (network.kind()) {
                        case UNREACHABLE,
                                UNKNOWN_HOST,
                                TIMED_OUT,
                                NODE_FAILED,
                                STREAM_CUT,
                                CLOSED,
                                NO_NODE_LEFT ->
                                TRANSIENT;
                        case THROTTLED -> THROTTLED;
                        case NOT_GRPC,
                                TLS_SPOKEN,
                                PLAINTEXT_SPOKEN,
                                CERTIFICATE_REFUSED,
                                NETWORKING_KEY_DIFFERS,
                                NODE_CERTIFICATE_INVALID ->
                                UNUSABLE;
                        case ANSWER_TOO_LARGE, REFUSED, UNAVAILABLE_HEIGHT, UNSUPPORTED -> ANSWER;
                    };
            case ChainFault chain ->
                    switch (chain.kind()) {
                        case WRONG_CHAIN -> UNUSABLE;
                        case OTHER_HISTORY, HEIGHT_WENT_BACK -> DOUBT;
                        case SCRIPT_FAILED,
                                STORAGE_LIMIT,
                                CONTRACT_MISSING,
                                CONTRACT_UNPLACED,
                                TRANSACTION_REFUSED ->
                                ANSWER;
                    };
            default -> ANSWER;
        };
    }
}
