package io.epochdesk.dkg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

final class CommitteeTest {

    @Test
    void aVectorHasAPointMoreThanItsDegree() {
        Committee committee = new Committee(List.of("a", "b", "c"), 1, Map.of());

        assertThat(committee.expectedSize(MessageKind.VERIFICATION_VECTOR)).isEqualTo(1 + 2 * 96);
        assertThat(committee.expectedSize(MessageKind.COMPLAINT)).isEqualTo(2);
        assertThat(committee.expectedSize(MessageKind.COMPLAINT_ANSWER)).isEqualTo(34);
    }

    @ParameterizedTest
    @ValueSource(longs = {22_369_621L, 1L << 32, Long.MAX_VALUE - 1, Long.MAX_VALUE, -1})
    void anAbsurdThresholdExpectsNoSizeInsteadOfFailing(long threshold) {
        Committee committee = new Committee(List.of("a"), threshold, Map.of());

        assertThat(committee.expectedSize(MessageKind.VERIFICATION_VECTOR)).isEqualTo(-1);
    }

    @Test
    void theLargestThresholdThatHasASizeIsReckonedExactly() {
        Committee committee = new Committee(List.of("a"), 22_369_620L, Map.of());

        assertThat(committee.expectedSize(MessageKind.VERIFICATION_VECTOR))
                .isEqualTo(1 + 96 * 22_369_621);
    }

    @Test
    void aMemberNamedTwiceLeavesTheOthersTheirIndexes() {
        Committee committee = Committee.of(state("a", "b", "a", "c"));

        assertThat(committee.indexes()).isEqualTo(Map.of("a", 0, "b", 1, "c", 3));
        assertThat(committee.hasIndex(3)).isTrue();
    }

    private static DkgState state(String... members) {
        return new DkgState(
                true,
                List.of(members),
                DkgState.Order.CANONICAL,
                1,
                1,
                List.of(),
                false,
                DkgState.Standing.CURRENT);
    }
}
