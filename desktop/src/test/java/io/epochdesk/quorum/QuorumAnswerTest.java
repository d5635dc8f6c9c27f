package io.epochdesk.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.epochdesk.board.Recorded;
import io.epochdesk.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuorumAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "0-auction, NONE, 0, false",
        "1-setup-opens, CURRENT, 0, false",
        "2-setup-split-vote, CURRENT, 0, false",
        "4-recovered, LAST_EPOCH, 0, false",
        "5-second-setup-complete, CURRENT, 2, true",
        "7-next-epoch, LAST_EPOCH, 2, false"
    })
    void saysWhoseVotesTheseAre(
            String moment, VotingRound.Standing standing, long complete, boolean all) {
        VotingRound round = QuorumAnswer.read(Recorded.part(moment, "quorum"));

        assertThat(round.standing()).isEqualTo(standing);
        assertThat(round.completeClusters()).isEqualTo(complete);
        assertThat(round.isComplete()).isEqualTo(all);
    }

    @Test
    void doesNotCallAnEmptyListOfClustersCompleteAlthoughTheContractDoes() {
        VotingRound round = QuorumAnswer.read(Recorded.part(Recorded.AUCTION, "quorum"));

        assertThat(round.votingCompleted()).isTrue();
        assertThat(round.isComplete()).isFalse();
    }

    @Test
    void flagsGroupsThatDifferOnlyInLetterCase() {
        VotingRound round = QuorumAnswer.read(Recorded.part(Recorded.SPLIT_VOTE, "quorum"));

        ClusterTally split = round.clusters().get(1);
        assertThat(split.groups()).hasSize(2).allMatch(VoteGroup::caseVariant);
        assertThat(split.groups()).extracting(VoteGroup::weight).containsExactly(100L, 100L);
        assertThat(split.threshold()).isEqualTo(201);
        assertThat(split.missingWeight()).isEqualTo(101);
        assertThat(split.canComplete()).isFalse();
    }

    @Test
    void readsTheSameFromTheScriptThatAsksForTheVotesOnly() {
        assertThat(QuorumAnswer.read(Recorded.shape(Recorded.json(Recorded.SPLIT_VOTE, "quorum"))))
                .isEqualTo(QuorumAnswer.read(Recorded.part(Recorded.SPLIT_VOTE, "quorum")));
    }

    @ParameterizedTest
    @CsvSource({
        "totalWeight, UInt64, 301",
        "totalWeight, UInt64, 18446744073709551615",
        "weight, UInt64, 101",
        "weight, UInt64, 9223372036854775807",
        "threshold, UInt64, 50",
        "index, UInt16, 7",
        "complete, Bool, true",
        "completed, Bool, true",
    })
    void refusesWhatContradictsItself(String field, String type, String value) {
        String quoted = type.equals("Bool") ? value : "\"" + value + "\"";
        String lie =
                Recorded.json(Recorded.SPLIT_VOTE, "quorum")
                        .replaceFirst(
                                "\\{\"value\":\\{\"value\":\"?\\w+\"?,\"type\":\""
                                        + type
                                        + "\"},\"name\":\""
                                        + field
                                        + "\"",
                                "{\"value\":{\"value\":"
                                        + quoted
                                        + ",\"type\":\""
                                        + type
                                        + "\"},\"name\":\""
                                        + field
                                        + "\"");

        assertThat(lie).isNotEqualTo(Recorded.json(Recorded.SPLIT_VOTE, "quorum"));
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> QuorumAnswer.read(Recorded.shape(lie)))
                .satisfies(refusal -> assertThat(refusal.fault().code()).isEqualTo("CDC-211"));
    }
}
