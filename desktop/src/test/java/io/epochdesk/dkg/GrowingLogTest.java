package io.epochdesk.dkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

final class GrowingLogTest {

    private final GrowingLog<Integer> log = new GrowingLog<>();

    @Test
    void aSnapshotHoldsWhatWasAppendedBefore() {
        IntStream.range(0, 5_000).forEach(log::append);
        List<Integer> early = log.snapshot();
        IntStream.range(5_000, 9_000).forEach(log::append);

        assertThat(early).hasSize(5_000).startsWith(0, 1).endsWith(4_998, 4_999);
        assertThat(log.snapshot())
                .containsExactlyElementsOf(IntStream.range(0, 9_000).boxed().toList());
    }

    @Test
    void everySnapshotOnTheWayIsRight() {
        List<List<Integer>> snapshots = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            snapshots.add(log.snapshot());
            log.append(i);
        }

        for (int size = 0; size < snapshots.size(); size++) {
            assertThat(snapshots.get(size)).hasSize(size);
        }
    }

    @Test
    void whatWasAppendedLaterCannotBeReachedThroughASnapshot() {
        log.append(1);
        List<Integer> snapshot = log.snapshot();
        log.append(2);

        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> snapshot.get(1));
    }
}
