package io.epochdesk.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.epochdesk.board.Recorded;
import io.epochdesk.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpochAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "0-auction, 0, STAKING_AUCTION, 0, 9, 99",
        "1-setup-opens, 0, EPOCH_SETUP, 0, 9, 99",
        "4-recovered, 1, STAKING_AUCTION, 63, 112, 262",
        "7-next-epoch, 2, STAKING_AUCTION, 263, 272, 362"
    })
    void readsWhatTheChainAnswered(
            String moment, long counter, EpochPhase phase, long start, long stakingEnd, long end) {
        EpochState epoch = EpochAnswer.read(Recorded.part(moment, "epoch"));

        assertThat(epoch)
                .extracting(
                        EpochState::counter,
                        EpochState::phase,
                        EpochState::startView,
                        EpochState::stakingEndView,
                        EpochState::endView)
                .containsExactly(counter, phase, start, stakingEnd, end);
        assertThat(epoch.config()).isEqualTo(new EpochState.Config(100, 10, 10, 2));
        assertThat(epoch.timing()).isEqualTo(new EpochState.Timing(100, 0, 1_545_258_850));
    }

    @Test
    void readsTheSameFromTheScriptThatAsksForTheEpochOnly() {
        assertThat(EpochAnswer.read(Recorded.shape(Recorded.json(Recorded.SPLIT_VOTE, "epoch"))))
                .isEqualTo(EpochAnswer.read(Recorded.part(Recorded.SPLIT_VOTE, "epoch")));
    }

    @ParameterizedTest
    @CsvSource({
        "phase, UInt8, 3",
        "counter, UInt64, 18446744073709551615",
        "endView, UInt64, 9223372036854775807",
        "stakingEndView, UInt64, 400",
        "view, UInt64, 2305843009213693952",
        "view, Int, 5",
    })
    void refusesWhatNoContractCanAnswer(String field, String type, String value) {
        String lie =
                Recorded.json(Recorded.SPLIT_VOTE, "epoch")
                        .replaceFirst(
                                "\\{\"value\":\\{\"value\":\"\\d+\",\"type\":\"\\w+\"},\"name\":\""
                                        + field
                                        + "\"",
                                "{\"value\":{\"value\":\""
                                        + value
                                        + "\",\"type\":\""
                                        + type
                                        + "\"},\"name\":\""
                                        + field
                                        + "\"");

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> EpochAnswer.read(Recorded.shape(lie)))
                .satisfies(refusal -> assertThat(refusal.fault().code()).isEqualTo("CDC-211"));
    }

    @Test
    void refusesAnEpochWithoutMetadata() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(
                        () ->
                                EpochAnswer.read(
                                        Recorded.shape("{\"type\":\"Optional\",\"value\":null}")))
                .satisfies(refusal -> assertThat(refusal.fault().code()).isEqualTo("CDC-211"));
    }
}
