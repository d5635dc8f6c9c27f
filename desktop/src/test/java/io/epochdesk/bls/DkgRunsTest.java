package io.epochdesk.bls;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.bls.Disqualification.Reason;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Runs dealt here, with every fault a board can show. */
class DkgRunsTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 50})
    void everyFaultHasTheOutcomeThatTheSecretSharesHave(int size) {
        DkgRun nodes = new DkgRun(size);
        Map<Set<Integer>, BeaconKeys> expected = new HashMap<>();
        for (DkgFault fault : DkgFault.values()) {
            if (!fault.fits(size)) {
                continue;
            }
            DkgRun run = fault.in(nodes.again());
            Judgement judgement = run.end();
            Set<Integer> out = fault.out(size);
            Disqualification why = judgement.dealers().getLast().disqualification();
            assertThat(why == null ? null : why.reason())
                    .as("%s among %d", fault, size)
                    .isEqualTo(fault.reason());
            int threshold = run.instance.threshold();
            if (out.size() > threshold || size - out.size() <= threshold) {
                assertThat(judgement.isFailed()).as("%s among %d", fault, size).isTrue();
            } else {
                assertThat(judgement.isFailed()).as("%s among %d", fault, size).isFalse();
                assertThat(judgement.keys())
                        .as("%s among %d", fault, size)
                        .isEqualTo(expected.computeIfAbsent(out, run::keysWithout));
            }
        }
    }

    @Test
    void answeredComplaintsChangeNothing() {
        DkgRun run = new DkgRun(10).vectorsExcept().endPhase();
        run.complain(3, 0).complain(4, 0).answer(0, 4).endPhase().answer(0, 3);
        Judgement judgement = run.end();
        assertResult(run, judgement, Set.of());
        assertThat(judgement.warnings()).isEmpty();
    }

    @Test
    void complaintAndAnswerMayComeBeforeTheVector() {
        DkgRun run = new DkgRun(3).answer(0, 1).complain(1, 0).complain(2, 0);
        run.vectorsExcept().endPhase().endPhase();
        assertThat(run.now().dealers().getFirst().standing()).isEqualTo(Standing.DISQUALIFIED);
        run = new DkgRun(10).answer(0, 1).complain(1, 0).vectorsExcept();
        assertResult(run, run.end(), Set.of());
    }

    @Test
    void aWrongAnswerBeforeTheVectorIsFoundWhenTheVectorComes() {
        DkgRun run = new DkgRun(10).complain(1, 0);
        byte[] answer = run.dealers.getFirst().answerData(2);
        answer[1] = 1;
        run.post(0, answer).vectorsExcept();
        assertOut(run, 0, new Disqualification(Reason.ANSWER_WRONG, 1, 1));
    }

    @Test
    void aDealerWithoutVectorIsOut() {
        DkgRun run = new DkgRun(10).vectorsExcept(4);
        assertThat(run.now().dealers().get(4).standing()).isEqualTo(Standing.AWAITED);
        run.endPhase().post(4, run.dealers.get(4).vectorData());
        assertOut(run, 4, new Disqualification(Reason.NO_VECTOR, -1, -1));
        assertThat(run.now().warnings())
                .containsExactly(new BoardWarning(9, 4, BoardWarning.Kind.AFTER_DISQUALIFICATION));
    }

    @Test
    void aVectorOfAnotherSizeOrWithABadPointIsRefused() {
        DkgRun run = new DkgRun(10).vectorsExcept(1, 2);
        byte[] shorter = run.dealers.get(1).vectorData();
        run.post(1, Arrays.copyOf(shorter, shorter.length - 96));
        byte[] bad = run.dealers.get(2).vectorData();
        bad[200] ^= 1;
        run.post(2, bad);
        assertThat(run.now().dealers().get(1).disqualification())
                .isEqualTo(new Disqualification(Reason.VECTOR_SIZE, 8, -1));
        assertThat(run.now().dealers().get(2).disqualification())
                .isEqualTo(new Disqualification(Reason.VECTOR_POINT, 9, -1));
        assertResult(run, run.end(), Set.of(1, 2));
    }

    @Test
    void aCoefficientMayBeInfinityWhateverItsLastByte() {
        for (int last = 0; last < 2; last++) {
            DkgRun run = new DkgRun(10);
            byte[] data = run.dealers.getFirst().vectorData();
            int start = data.length - 96;
            Arrays.fill(data, start, data.length, (byte) 0);
            data[start] = (byte) 0xC0;
            data[data.length - 1] = (byte) last;
            Judgement judgement = run.post(0, data).vectorsExcept(0).end();
            assertThat(judgement.count(Standing.DISQUALIFIED)).isZero();
            assertThat(judgement.keys()).isNotNull();
        }
    }

    @Test
    void anUnansweredComplaintCostsTheDealerItsPart() {
        DkgRun run = new DkgRun(10).vectorsExcept().endPhase().complain(7, 2);
        assertThat(run.now().dealers().get(2).standing()).isEqualTo(Standing.ACCUSED);
        assertOut(run, 2, new Disqualification(Reason.UNANSWERED, 10, 7));
    }

    @Test
    void badAnswersCostTheDealerItsPart() {
        DkgRun run = new DkgRun(10).vectorsExcept().endPhase();
        for (int dealer = 1; dealer <= 4; dealer++) {
            run.complain(0, dealer);
        }
        byte[] wrong = run.dealers.get(1).answerData(5);
        wrong[1] = 0;
        run.post(1, wrong);
        run.post(2, Arrays.copyOf(wrong, 33));
        byte[] nobody = run.dealers.get(3).answerData(0);
        nobody[1] = 10;
        run.post(3, nobody);
        byte[] zero = new byte[34];
        zero[0] = DkgData.COMPLAINT_ANSWER;
        run.post(4, zero);
        Judgement judgement = run.end();
        assertThat(
                        IntStream.rangeClosed(1, 4)
                                .mapToObj(i -> judgement.dealers().get(i).disqualification()))
                .containsExactly(
                        new Disqualification(Reason.ANSWER_WRONG, 14, 0),
                        new Disqualification(Reason.ANSWER_SIZE, 15, -1),
                        new Disqualification(Reason.ANSWER_INDEX, 16, -1),
                        new Disqualification(Reason.ANSWER_SCALAR, 17, 0));
        assertResult(run, judgement, Set.of(1, 2, 3, 4));
    }

    @Test
    void tooManyComplaintsCountWhateverTheAnswers() {
        DkgRun run = new DkgRun(10).vectorsExcept().endPhase();
        for (int complainer = 0; complainer < 5; complainer++) {
            run.complain(complainer, 9).answer(9, complainer);
        }
        assertThat(run.now().dealers().get(9).standing()).isEqualTo(Standing.DISQUALIFIED);
        assertOut(run, 9, new Disqualification(Reason.TOO_MANY_COMPLAINTS, 18, -1));
    }

    @Test
    void malformedMessagesCostTheirSenderItsPart() {
        DkgRun run = new DkgRun(10).vectorsExcept();
        run.post(1).post(2, (byte) 0, (byte) 1).post(3, (byte) 9);
        run.post(4, (byte) 2);
        Judgement judgement = run.post(0, (byte) 2, (byte) 1).now();
        assertThat(judgement.dealers().stream().map(DealerJudgement::disqualification).limit(5))
                .containsExactly(
                        null,
                        Disqualification.of(Reason.EMPTY_MESSAGE, 10),
                        Disqualification.of(Reason.MESSAGE_KIND, 11),
                        Disqualification.of(Reason.MESSAGE_KIND, 12),
                        Disqualification.of(Reason.COMPLAINT_SIZE, 13));
        assertThat(judgement.isFailed()).isFalse();
        // the fifth of ten is one too many
        judgement = run.post(5, (byte) 2, (byte) 10).now();
        assertThat(judgement.dealers().get(5).disqualification())
                .isEqualTo(Disqualification.of(Reason.COMPLAINT_INDEX, 15));
        assertThat(judgement.isFailed()).isTrue();
    }

    @Test
    void whatDoesNotCountIsNamed() throws BadEncodingException {
        DkgRun run = new DkgRun(10).vectorsExcept();
        byte[] again = run.dealers.getFirst().vectorData();
        BlsSecretKey secret = run.stakingSecrets.getFirst();
        run.post(0, again)
                .postRaw(0, BoardContent.signed(again, "dkg-flow-localnet-6", secret).json())
                .postRaw(1, BoardContent.signed(again, run.instance.id(), secret).json())
                .postRaw(-1, BoardContent.signed(again, run.instance.id(), secret).json())
                .postRaw(1, "{\"Data\":")
                .complain(2, 2)
                .complain(3, 2)
                .complain(3, 2)
                .endPhase()
                .post(4, run.dealers.get(4).vectorData())
                .answer(2, 3)
                .answer(2, 3)
                .endPhase()
                .complain(5, 6);
        assertThat(run.end().warnings())
                .extracting(BoardWarning::kind)
                .containsExactly(
                        BoardWarning.Kind.REPEATED,
                        BoardWarning.Kind.WRONG_INSTANCE,
                        BoardWarning.Kind.BAD_SIGNATURE,
                        BoardWarning.Kind.UNKNOWN_SENDER,
                        BoardWarning.Kind.UNREADABLE,
                        BoardWarning.Kind.SELF_COMPLAINT,
                        BoardWarning.Kind.REPEATED,
                        BoardWarning.Kind.LATE,
                        BoardWarning.Kind.REPEATED,
                        BoardWarning.Kind.LATE);
        assertResult(run, run.end(), Set.of());
        assertThat(run.complain(1, 2).now().warnings().getLast().kind())
                .isEqualTo(BoardWarning.Kind.LATE);
    }

    @Test
    void moreThanTheThresholdOutFailsTheRun() {
        DkgRun run = new DkgRun(10).vectorsExcept(0, 1, 2, 3, 4);
        assertThat(run.now().isFailed()).isFalse();
        assertThat(run.now().isFailingUnlessMoreComes()).isTrue();
        assertThat(run.end().isFailed()).isTrue();
        run = new DkgRun(10).vectorsExcept(0, 1, 2, 3);
        assertResult(run, run.end(), Set.of(0, 1, 2, 3));
    }

    @Test
    void aDivergingNodeIsToldFromTheOthers() {
        DkgRun run = new DkgRun(10).vectorsExcept(4);
        BeaconKeys keys = Objects.requireNonNull(run.end().keys());
        Set<Integer> everybody = qualified(run, Set.of());
        BeaconKeys.Difference difference =
                keys.differenceTo(run.groupKey(everybody), run.nodeKeys(everybody));
        assertThat(difference.group()).isTrue();
        assertThat(difference.nodes()).hasSize(10);
        List<String> two = new ArrayList<>(keys.nodeKeys());
        two.set(4, two.get(5));
        two.set(7, two.get(8));
        assertThat(keys.differenceTo(keys.groupKey(), two).nodes()).containsExactly(4, 7);
        assertThat(keys.differenceTo(keys.groupKey(), two.subList(0, 9)).nodes())
                .containsExactly(4, 7, 9);
    }

    @Test
    void sharesFitTheirVectorAndNodeOnly() {
        DkgRun run = new DkgRun(10);
        Dealer dealer = run.dealers.getFirst();
        for (int node = 0; node < 10; node++) {
            assertThat(dealer.vector().fits(dealer.shareOf(node), node)).isTrue();
            assertThat(dealer.vector().fits(dealer.shareOf(node), (node + 1) % 10)).isFalse();
            assertThat(run.dealers.get(1).vector().fits(dealer.shareOf(node), node)).isFalse();
        }
    }

    /** Whatever is missing, the keys are what the dealers that count give the nodes. */
    @Property(tries = 12)
    void anySilentDealersLeaveTheRestsKeys(
            @ForAll @IntRange(min = 2, max = 10) int size,
            @ForAll @Size(max = 4) @UniqueElements List<@IntRange(max = 9) Integer> silent) {
        Integer[] left = silent.stream().filter(i -> i < size).toArray(Integer[]::new);
        DkgRun run = new DkgRun(size).vectorsExcept(left);
        Judgement judgement = run.end();
        DkgInstance instance = run.instance;
        boolean fails =
                left.length > instance.threshold() || size - left.length <= instance.threshold();
        assertThat(judgement.isFailed()).isEqualTo(fails);
        if (!fails) {
            assertResult(run, judgement, Set.of(left));
        }
    }

    private static void assertOut(DkgRun run, int dealer, Disqualification why) {
        Judgement judgement = run.end();
        assertThat(judgement.dealers().get(dealer).disqualification()).isEqualTo(why);
        assertResult(run, judgement, Set.of(dealer));
    }

    private static void assertResult(DkgRun run, Judgement judgement, Set<Integer> out) {
        Set<Integer> qualified = qualified(run, out);
        assertThat(judgement.phase()).isEqualTo(DkgPhase.ENDED);
        assertThat(judgement.isFailed()).isFalse();
        assertThat(judgement.count(Standing.DISQUALIFIED)).isEqualTo(out.size());
        assertThat(judgement.keys())
                .isEqualTo(new BeaconKeys(run.groupKey(qualified), run.nodeKeys(qualified)));
    }

    private static Set<Integer> qualified(DkgRun run, Set<Integer> out) {
        Set<Integer> qualified = new TreeSet<>();
        IntStream.range(0, run.instance.size())
                .filter(dealer -> !out.contains(dealer))
                .forEach(qualified::add);
        return qualified;
    }
}
