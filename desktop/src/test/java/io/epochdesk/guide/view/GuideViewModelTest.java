package io.epochdesk.guide.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.guide.Guide;
import io.epochdesk.guide.Place;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.HandThread;

import org.junit.jupiter.api.Test;

/** Help opens on its topic, links have a way back, and the same key closes. */
final class GuideViewModelTest {

    private int reads;
    private final HandThread fx = new HandThread();
    private final GuideViewModel model =
            new GuideViewModel(
                    new FxTasks(Runnable::run, fx),
                    () -> {
                        reads++;
                        return Guide.read();
                    });

    @Test
    void theGuideIsReadOnceAndOnlyWhenWanted() {
        assertThat(reads).isZero();
        model.toggle("clusters");
        model.show(Place.CONTENTS);
        fx.turn();
        assertThat(reads).isEqualTo(1);
        assertThat(model.chapter().id()).isEqualTo(Guide.CONTENTS);
    }

    @Test
    void theSameTopicClosesWhatItOpened() {
        model.toggle("clusters");
        assertThat(model.openProperty().get()).isTrue();
        model.toggle("clusters");
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void anotherTopicTakesThePlaceOfTheOpenOne() {
        model.toggle("clusters");
        model.toggle("dkg");
        assertThat(model.openProperty().get()).isTrue();
        assertThat(model.placeProperty().get()).isEqualTo(new Place("dkg", ""));
    }

    @Test
    void aLinkIsFollowedAndTheWayBackLeadsToWhereOneWas() {
        model.toggle("clusters");
        assertThat(model.canGoBackProperty().get()).isFalse();
        model.follow("glossary.md#vote");
        model.follow("#cluster");
        assertThat(model.placeProperty().get()).isEqualTo(new Place("glossary", "cluster"));
        model.back();
        assertThat(model.placeProperty().get()).isEqualTo(new Place("glossary", "vote"));
        model.back();
        model.back();
        assertThat(model.placeProperty().get()).isEqualTo(new Place("clusters", ""));
        assertThat(model.canGoBackProperty().get()).isFalse();
    }

    @Test
    void openedAnewItForgetsTheWayBack() {
        model.toggle("clusters");
        model.follow("dkg.md");
        model.close();
        model.toggle("keys");
        assertThat(model.canGoBackProperty().get()).isFalse();
    }
}
