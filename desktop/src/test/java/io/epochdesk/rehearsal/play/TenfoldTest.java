package io.epochdesk.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.rehearsal.chain.Event;
import io.epochdesk.rehearsal.model.WhiteboardMessage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole epoch of ten times mainnet, with events that tell every message. */
final class TenfoldTest {

    private static final int VIEWS = 80_000;
    private static final int LOOK_EVERY = 500;
    private static final long GIGABYTE = 1L << 30;

    @Test
    @Tag("soak")
    void noMessageIsLostAndTheHeapStaysBelowAGigabyte() throws Exception {
        Rehearsed play = new Rehearsed(Scenario.of("tenfold"), 5);
        long counter = play.chain.world().epoch().counter();
        List<WhiteboardMessage> board = List.of();
        List<String> told = new ArrayList<>();
        long most = 0;
        long seen = play.chain.root().height();
        for (int i = 0; i < VIEWS && play.chain.world().epoch().counter() == counter; i++) {
            play.director.advance();
            if (play.chain.world().dkg().whiteboard().size() > board.size()) {
                board = play.chain.world().dkg().whiteboard().messages();
            }
            for (Optional<Long> next = play.chain.nextHeightWithEvents(seen + 1);
                    next.isPresent();
                    next = play.chain.nextHeightWithEvents(seen + 1)) {
                seen = next.get();
                for (Event event : play.chain.events(seen).events()) {
                    if (event.type().endsWith("FlowDKG.BroadcastMessage")) {
                        told.add(event.transactionId().hex());
                    }
                }
            }
            if (i % LOOK_EVERY == 0) {
                most = Math.max(most, live());
            }
        }
        assertThat(play.chain.world().epoch().counter()).isEqualTo(counter + 1);
        assertThat(board).hasSize(1_100);
        assertThat(told).hasSize(1_100).doesNotHaveDuplicates();
        assertThat(most).isLessThan(GIGABYTE);
    }

    /** What is left when the garbage is gone. */
    private static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
