package io.epochdesk.network.access;

import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Asks a question of whichever node is in use, within the request budget, and again when a fault is
 * a passing one. Answers of a session that has come into doubt meanwhile are not believed.
 */
final class NodeCaller {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Sessions sessions;
    private final Engine engine;

    NodeCaller(Sessions sessions, Engine engine) {
        this.sessions = sessions;
        this.engine = engine;
    }

    /** A question to one node; may be asked several times. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Session session) throws InterruptedException;
    }

    /**
     * The answer.
     *
     * @throws FaultException when there is none
     */
    <T> T ask(CallKind kind, Question<T> question) {
        try {
            return askPatiently(kind, question);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(Sessions.CLOSED, e);
        }
    }

    /**
     * The answer of a node on the chain of this era.
     *
     * @throws FaultException with {@code OTHER_HISTORY} when another chain answers by now
     */
    <T> T askIn(long era, CallKind kind, Question<T> question) {
        return ask(
                kind,
                session -> {
                    if (session.identity().era() != era) {
                        throw ChainFault.of(
                                ChainFault.Kind.OTHER_HISTORY,
                                "another chain was found meanwhile",
                                "node",
                                session.source(),
                                "height",
                                "");
                    }
                    return question.ask(session);
                });
    }

    private <T> T askPatiently(CallKind kind, Question<T> question) throws InterruptedException {
        Backoff pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new SplittableRandom());
        for (int attempt = 1; ; attempt++) {
            Session session = sessions.await();
            engine.pacer().acquire(kind);
            FaultException failure;
            try {
                T answer = question.ask(session);
                engine.pacer().answered(kind);
                if (sessions.isGood(session)) {
                    session.succeeded();
                    return answer;
                }
                failure =
                        NetworkFault.of(NetworkFault.Kind.STREAM_CUT, "", "node", session.source());
            } catch (FaultException e) {
                if (Thread.currentThread().isInterrupted()) {
                    // the console gave this call up itself; the node has not failed
                    throw e;
                }
                react(session, kind, e.fault());
                failure = e;
            }
            Judgement judgement = Judgement.of(failure.fault());
            if (attempt == ATTEMPTS || judgement == Judgement.ANSWER) {
                throw failure;
            }
            if (judgement == Judgement.TRANSIENT) {
                engine.time().sleep(pauses.next());
            }
        }
    }

    private void react(Session session, CallKind kind, Fault fault) {
        switch (Judgement.of(fault)) {
            case ANSWER -> {
                engine.pacer().answered(kind);
                session.succeeded();
            }
            case THROTTLED -> engine.pacer().throttled(kind);
            case TRANSIENT -> {
                int failures = session.failed();
                if (!session.isOver() && (failures > 1 || isBroken(fault))) {
                    sessions.doubt(session, new Sessions.Doubt(fault, failures > 1));
                }
            }
            case DOUBT, UNUSABLE -> sessions.doubt(session, new Sessions.Doubt(fault, false));
        }
    }

    private static boolean isBroken(Fault fault) {
        return fault instanceof NetworkFault network
                && network.kind() == NetworkFault.Kind.UNREACHABLE;
    }
}
