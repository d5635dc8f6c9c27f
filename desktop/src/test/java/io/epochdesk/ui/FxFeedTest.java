package io.epochdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.live.LatestValue;

import javafx.util.Subscription;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class FxFeedTest {

    private final HandThread fx = new HandThread();
    private final LatestValue<Integer> source = new LatestValue<>(0);
    private final FxFeed<Integer> feed = new FxFeed<>(source, fx);
    private final List<Integer> shown = new ArrayList<>();
    private final Subscription watching = feed.subscribe((_, value) -> shown.add(value));

    @Test
    void showsWhatHappenedWhileItWasClosedAsSoonAsItIsOpened() {
        source.publish(7);
        feed.open();
        assertThat(shown).containsExactly(7);
    }

    @Test
    void showsTheFirstChangeAtOnceAndMergesTheRestIntoTheLast() {
        feed.open();
        fx.turn();
        source.publish(1);
        fx.turn();
        source.publish(2);
        fx.turn();
        source.publish(3);
        fx.turn();
        assertThat(shown).containsExactly(1);
        fx.pass();
        assertThat(shown).containsExactly(1, 3);
    }

    @Test
    void queuesOneHopForABurst() {
        feed.open();
        fx.turn();
        for (int i = 1; i <= 1000; i++) {
            source.publish(i);
        }
        assertThat(fx.queued()).isEqualTo(1);
        fx.turn();
        assertThat(shown).containsExactly(1000);
    }

    @Test
    void isSilentAfterTheLastHolderLeft() {
        Subscription one = feed.open();
        Subscription other = feed.open();
        fx.turn();
        one.unsubscribe();
        one.unsubscribe();
        source.publish(1);
        fx.turn();
        other.unsubscribe();
        source.publish(2);
        fx.turn();
        fx.pass();
        assertThat(shown).containsExactly(1);
        assertThat(fx.waits()).isZero();
    }

    @Test
    void keepsItsLastValueForWhoComesLater() {
        watching.unsubscribe();
        source.publish(5);
        feed.open().unsubscribe();
        source.publish(6);
        assertThat(feed.getValue()).isEqualTo(5);
    }
}
