package io.epochdesk.fleet;

import static io.epochdesk.fleet.Scenes.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fleet.Need.Kind;
import io.epochdesk.history.HistoryName;
import io.epochdesk.history.HistoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class HeraldTest {

    private static final Need VOTE =
            new Need(Kind.VOTE_LATE, 214, Scenes.OWN, Map.of("node", "own-0"), null);

    @TempDir Path data;

    private final List<String> told = new ArrayList<>();
    private Instant now = NOW;
    private HistoryStore store;
    private StillFleet fleet;
    private Herald herald;

    @BeforeEach
    void open() {
        start();
    }

    @AfterEach
    void close() {
        herald.close();
        store.close();
    }

    private void start() {
        store =
                HistoryStore.open(
                        data, new HistoryName("test", "flow-emulator", "00".repeat(32)), () -> now);
        fleet = new StillFleet(store.notices());
        herald = new Herald(fleet, this::tell, () -> now);
    }

    private void restart() {
        close();
        start();
    }

    private void tell(Notification each) {
        told.add((each.resolved() ? each.well() ? "well " : "over " : "") + each.need().kind());
    }

    @Test
    void aNeedIsToldOnceAndOnceMoreWhenItIsOver() {
        fleet.needs(VOTE);
        fleet.needs(VOTE);
        assertThat(told).containsExactly("VOTE_LATE");

        fleet.outcome = NeedOutcome.WELL;
        fleet.needs();
        fleet.needs();
        assertThat(told).containsExactly("VOTE_LATE", "well VOTE_LATE");
    }

    @Test
    void neitherARestartNorASecondConsoleTellsItAgain() {
        fleet.needs(VOTE);
        try (Herald _ = new Herald(fleet, this::tell, () -> now)) {
            assertThat(told).containsExactly("VOTE_LATE");
        }
        restart();
        now = now.plus(Duration.ofHours(5));
        fleet.needs(VOTE);
        assertThat(told).containsExactly("VOTE_LATE");
    }

    @Test
    void whatIsOverAfterARestartIsStillTold() {
        fleet.needs(VOTE);
        restart();
        fleet.outcome = NeedOutcome.OVER;
        fleet.needs();
        assertThat(told).containsExactly("VOTE_LATE", "over VOTE_LATE");
    }

    @Test
    void aNeedThatComesAndGoesIsNotToldAgainWithinTheHour() {
        fleet.outcome = NeedOutcome.WELL;
        fleet.needs(VOTE);
        fleet.needs();
        now = now.plus(Duration.ofMinutes(30));
        fleet.needs(VOTE);
        assertThat(told).containsExactly("VOTE_LATE", "well VOTE_LATE");
        now = now.plus(Duration.ofMinutes(30));
        fleet.needs(VOTE);
        assertThat(told).containsExactly("VOTE_LATE", "well VOTE_LATE", "VOTE_LATE");
    }

    @Test
    void nothingIsCalledOverWhileTooLittleIsKnown() {
        fleet.needs(VOTE);
        fleet.outcome = NeedOutcome.UNKNOWN;
        fleet.needs();
        assertThat(told).containsExactly("VOTE_LATE");
        fleet.outcome = NeedOutcome.WELL;
        fleet.needs();
        assertThat(told).containsExactly("VOTE_LATE", "well VOTE_LATE");
    }

    @Test
    void whatBecameAnotherNeedEndsWithoutAWord() {
        fleet.needs(VOTE);
        fleet.outcome = NeedOutcome.SILENT;
        fleet.needs();
        assertThat(told).containsExactly("VOTE_LATE");
        assertThat(store.notices().open()).isEmpty();
    }

    @Test
    void aSubjectCanBeToldAgainFromItsText() {
        assertThat(Need.ofSubject(VOTE.subject(), Map.of(Scenes.OWN, "own-0"))).contains(VOTE);
        assertThat(Need.ofSubject("NO_SUCH_KIND/1/", Map.of())).isEmpty();
        assertThat(Need.ofSubject("VOTE_LATE/x/", Map.of())).isEmpty();
        assertThat(Need.ofSubject("nonsense", Map.of())).isEmpty();
    }
}
