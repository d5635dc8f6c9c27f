package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.Transport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SessionTest {

    private static final AccessNode NOWHERE =
            new AccessNode("nowhere", "127.0.0.1", 1, new Transport.Plaintext());

    private final List<Fault> told = new ArrayList<>();
    private final WatchedDialer dialer = new WatchedDialer();
    private final Session session =
            new Session(
                    new NodeSlot(0, NOWHERE),
                    dialer.dial(NOWHERE),
                    new ChainIdentity("p", ChainId.EMULATOR, "00".repeat(32), 0));

    @AfterEach
    void close() {
        session.finish(Sessions.CLOSED);
        dialer.close();
    }

    @Test
    void tellsItsEndOnceAndClosesItsConnection() {
        session.onEnd(told::add);

        session.finish(Sessions.CLOSED);
        session.finish(Sessions.CLOSED);

        assertThat(told).hasSize(1);
        assertThat(session.isOver()).isTrue();
        assertThat(dialer.open()).isEmpty();
    }

    @Test
    void tellsItsEndAtOnceWhenItIsOver() {
        session.finish(Sessions.CLOSED);

        session.onEnd(told::add);

        assertThat(told).hasSize(1);
    }

    @Test
    void holdsNobodyWhoNoLongerWantsToKnow() {
        for (int stream = 0; stream < 1_000; stream++) {
            session.onEnd(told::add).run();
        }
        assertThat(session.listeners()).isZero();

        session.finish(Sessions.CLOSED);

        assertThat(told).isEmpty();
    }
}
