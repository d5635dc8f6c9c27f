package io.epochdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What is made later is made once, and only when somebody looks. */
final class LaterTest {

    private final List<StringBuilder> made = new ArrayList<>();
    private final Later<StringBuilder> later =
            new Later<>(
                    () -> {
                        made.add(new StringBuilder("view"));
                        return made.getLast();
                    });

    @Test
    void nothingIsMadeBeforeSomebodyLooks() {
        later.once(view -> view.append(" with more"));

        assertThat(later.ifMade()).isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void itIsMadeOnceAndWhatWaitedIsDoneOnce() {
        later.once(view -> view.append(" with more"));

        assertThat(later.get()).isSameAs(later.get()).hasToString("view with more");
        assertThat(made).hasSize(1);
        assertThat(later.ifMade()).containsSame(made.getFirst());
    }

    @Test
    void whatComesAfterwardsIsDoneAtOnce() {
        later.get();
        later.once(view -> view.append(" at once"));

        assertThat(made.getFirst()).hasToString("view at once");
    }
}
