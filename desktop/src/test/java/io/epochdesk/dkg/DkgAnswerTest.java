package io.epochdesk.dkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.epochdesk.board.Recorded;
import io.epochdesk.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DkgAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "0-auction, NONE, CANONICAL, 0, false",
        "1-setup-opens, CURRENT, CANONICAL, 0, false",
        "3-setup-submissions, CURRENT, CONFIRMED, 4, false",
        "4-recovered, LAST_EPOCH, CONFIRMED, 4, false",
        "5-second-setup-complete, CURRENT, CONFIRMED, 9, true",
        "7-next-epoch, LAST_EPOCH, CONFIRMED, 9, false"
    })
    void saysWhoseDkgThisIs(
            String moment,
            DkgState.Standing standing,
            DkgState.Order order,
            int submitted,
            boolean complete) {
        DkgState dkg = DkgAnswer.read(Recorded.part(moment, "dkg"));

        assertThat(dkg.standing()).isEqualTo(standing);
        assertThat(dkg.order()).isEqualTo(order);
        assertThat(dkg.submitted()).isEqualTo(submitted);
        assertThat(dkg.complete()).isEqualTo(complete);
    }

    @Test
    void groupsIdenticalSubmissionsAndKeepsEmptyOnesLast() {
        DkgState dkg = DkgAnswer.read(Recorded.part(Recorded.SUBMISSIONS, "dkg"));

        assertThat(dkg.groups()).extracting(SubmissionGroup::count).containsExactly(2, 1, 1);
        assertThat(dkg.groups())
                .extracting(SubmissionGroup::empty)
                .containsExactly(false, false, true);
        assertThat(dkg.groups()).extracting(SubmissionGroup::fingerprint).doesNotHaveDuplicates();
        assertThat(dkg.emptySubmissions()).isEqualTo(1);
        assertThat(dkg.needed()).isEqualTo(5);
        assertThat(dkg.open()).isEqualTo(5);
        assertThat(dkg.canComplete()).isTrue();
    }

    @Test
    void theCommitteeIsInCanonicalOrder() {
        assertThat(DkgAnswer.read(Recorded.part(Recorded.SETUP_OPENS, "dkg")).committee())
                .hasSize(9)
                .isSorted();
    }

    @Test
    void takesTheOrderOfTheSubmissionsWhereItIsAnotherOne() {
        String swapped =
                Recorded.json(Recorded.COMPLETE, "board")
                        .replace(
                                "{\"value\":\"0\",\"type\":\"Int\"}",
                                "{\"value\":\"X\",\"type\":\"Int\"}")
                        .replace(
                                "{\"value\":\"8\",\"type\":\"Int\"}",
                                "{\"value\":\"0\",\"type\":\"Int\"}")
                        .replace(
                                "{\"value\":\"X\",\"type\":\"Int\"}",
                                "{\"value\":\"8\",\"type\":\"Int\"}");
        DkgState canonical = DkgAnswer.read(Recorded.part(Recorded.COMPLETE, "dkg"));

        DkgState dkg = DkgAnswer.read(Recorded.shape(swapped).field("dkg"));

        assertThat(dkg.order()).isEqualTo(DkgState.Order.FROM_SUBMISSIONS);
        assertThat(dkg.committee().getFirst()).isEqualTo(canonical.committee().getLast());
        assertThat(dkg.committee().getLast()).isEqualTo(canonical.committee().getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "8, 2147483648",
        "8, -1",
        "8, 7",
    })
    void keepsTheCanonicalOrderWhereAMappingIsNoPermutationAndRefusesAbsurdNumbers(
            String index, String value) {
        String odd =
                Recorded.json(Recorded.COMPLETE, "board")
                        .replace(
                                "{\"value\":\"" + index + "\",\"type\":\"Int\"}",
                                "{\"value\":\"" + value + "\",\"type\":\"Int\"}");

        if (value.equals("2147483648")) {
            assertThatExceptionOfType(FaultException.class)
                    .isThrownBy(() -> DkgAnswer.read(Recorded.shape(odd).field("dkg")));
        } else {
            assertThat(DkgAnswer.read(Recorded.shape(odd).field("dkg")).order())
                    .isEqualTo(DkgState.Order.CANONICAL);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "count, UInt64, 3",
        "nativeThreshold, UInt64, 10000",
        "safeThreshold, UInt64, 18446744073709551615",
        "completed, Bool, true",
        "enabled, String, yes",
    })
    void refusesWhatContradictsItself(String field, String type, String value) {
        String quoted = type.equals("Bool") ? value : "\"" + value + "\"";
        String honest = Recorded.json(Recorded.SUBMISSIONS, "dkg");
        String lie =
                honest.replaceFirst(
                        "\\{\"value\":\\{\"value\":\"?\\w+\"?,\"type\":\"\\w+\"},\"name\":\""
                                + field
                                + "\"",
                        "{\"value\":{\"value\":"
                                + quoted
                                + ",\"type\":\""
                                + type
                                + "\"},\"name\":\""
                                + field
                                + "\"");

        assertThat(lie).isNotEqualTo(honest);
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> DkgAnswer.read(Recorded.shape(lie)))
                .satisfies(refusal -> assertThat(refusal.fault().code()).isEqualTo("CDC-211"));
    }

    @Test
    void refusesASubmitterNamedTwice() {
        String honest = Recorded.json(Recorded.SUBMISSIONS, "board");
        DkgState dkg = DkgAnswer.read(Recorded.part(Recorded.SUBMISSIONS, "dkg"));
        String one = dkg.groups().get(1).submitters().getFirst();
        String other = dkg.groups().get(0).submitters().getFirst();
        int at = honest.lastIndexOf(one);
        String lie = honest.substring(0, at) + other + honest.substring(at + 64);

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> DkgAnswer.read(Recorded.shape(lie).field("dkg")));
    }
}
