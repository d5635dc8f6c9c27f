package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a call that has one answer. */
final class Unary {

    private static final Logger LOG = LoggerFactory.getLogger(Unary.class);

    private Unary() {}

    /** Makes an answer. */
    @FunctionalInterface
    interface Answer<A> {
        A make() throws Refusal;
    }

    static <A> void answer(StreamObserver<A> to, Answer<A> answer) {
        A made;
        try {
            made = answer.make();
        } catch (Refusal e) {
            to.onError(Statuses.of(e));
            return;
        } catch (StatusRuntimeException e) {
            to.onError(e);
            return;
        } catch (RuntimeException e) {
            LOG.error("a call to the rehearsal's access node failed", e);
            to.onError(Status.INTERNAL.withDescription("internal error").asRuntimeException());
            return;
        }
        to.onNext(made);
        to.onCompleted();
    }
}
