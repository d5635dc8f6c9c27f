package io.epochdesk.bls;

import io.epochdesk.bls.Disqualification.Reason;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/** Everything that can go wrong in a run; the faulty node is the last one. */
public enum DkgFault {
    NONE(null, run -> run.vectorsExcept().endPhase().endPhase().endPhase()),
    ANSWERED_COMPLAINT(
            null,
            run -> {
                run.vectorsExcept().endPhase().complain(0, faulty(run));
                run.answer(faulty(run), 0).endPhase().endPhase();
            }),
    REPEATED_VECTOR(
            null,
            run -> {
                byte[] other = run.dealers.getFirst().vectorData();
                run.vectorsExcept().post(faulty(run), other).endPhase().endPhase().endPhase();
            }),
    SELF_COMPLAINT(
            null,
            run -> run.vectorsExcept().complain(faulty(run), faulty(run)).endPhase().endPhase()),
    LATE_COMPLAINT(
            null,
            run -> run.vectorsExcept().endPhase().endPhase().complain(0, faulty(run)).endPhase()),
    UNREADABLE(null, run -> run.vectorsExcept().postRaw(faulty(run), "{\"Data\":").endPhase()),
    STRANGER(
            null,
            run -> {
                byte[] vector = run.dealers.getFirst().vectorData();
                BlsSecretKey secret = run.stakingSecrets.getFirst();
                run.vectorsExcept()
                        .postRaw(-1, BoardContent.signed(vector, run.instance.id(), secret).json())
                        .endPhase();
            }),
    SILENT(Reason.NO_VECTOR, run -> run.vectorsExcept(faulty(run)).endPhase()),
    LATE_VECTOR(
            Reason.NO_VECTOR,
            run -> {
                byte[] vector = run.dealers.get(faulty(run)).vectorData();
                run.vectorsExcept(faulty(run)).endPhase().post(faulty(run), vector).endPhase();
            }),
    WRONG_INSTANCE(
            Reason.NO_VECTOR,
            run -> {
                byte[] vector = run.dealers.get(faulty(run)).vectorData();
                BlsSecretKey secret = run.stakingSecrets.get(faulty(run));
                run.vectorsExcept(faulty(run))
                        .postRaw(faulty(run), BoardContent.signed(vector, "dkg-x-1", secret).json())
                        .endPhase();
            }),
    BAD_SIGNATURE(
            Reason.NO_VECTOR,
            run -> {
                byte[] vector = run.dealers.get(faulty(run)).vectorData();
                BlsSecretKey other = run.stakingSecrets.getFirst();
                run.vectorsExcept(faulty(run))
                        .postRaw(
                                faulty(run),
                                BoardContent.signed(vector, run.instance.id(), other).json())
                        .endPhase();
            }),
    VECTOR_TOO_SHORT(
            Reason.VECTOR_SIZE,
            run -> {
                byte[] vector = run.dealers.get(faulty(run)).vectorData();
                run.vectorsExcept(faulty(run))
                        .post(faulty(run), Arrays.copyOf(vector, vector.length - 96))
                        .endPhase();
            }),
    VECTOR_BAD_POINT(
            Reason.VECTOR_POINT,
            run -> {
                byte[] vector = run.dealers.get(faulty(run)).vectorData();
                vector[vector.length - 1] ^= 1;
                run.vectorsExcept(faulty(run)).post(faulty(run), vector).endPhase();
            }),
    EMPTY_MESSAGE(Reason.EMPTY_MESSAGE, run -> run.vectorsExcept().post(faulty(run)).endPhase()),
    PRIVATE_SHARE(
            Reason.MESSAGE_KIND,
            run -> run.vectorsExcept().post(faulty(run), new byte[33]).endPhase()),
    UNKNOWN_KIND(
            Reason.MESSAGE_KIND,
            run -> run.vectorsExcept().post(faulty(run), (byte) 9, (byte) 1).endPhase()),
    COMPLAINT_TOO_LONG(
            Reason.COMPLAINT_SIZE,
            run -> run.vectorsExcept().post(faulty(run), (byte) 2, (byte) 0, (byte) 0).endPhase()),
    COMPLAINT_ABOUT_NOBODY(
            Reason.COMPLAINT_INDEX,
            run -> run.vectorsExcept().post(faulty(run), (byte) 2, (byte) 200).endPhase()),
    UNANSWERED(
            Reason.UNANSWERED,
            run -> run.vectorsExcept().endPhase().complain(0, faulty(run)).endPhase()),
    ANSWER_TOO_SHORT(Reason.ANSWER_SIZE, run -> badAnswer(run, _ -> {}, 33)),
    ANSWER_TO_NOBODY(Reason.ANSWER_INDEX, run -> badAnswer(run, answer -> answer[1] = 99, 34)),
    ANSWER_NO_SCALAR(
            Reason.ANSWER_SCALAR,
            run -> badAnswer(run, answer -> Arrays.fill(answer, 2, 34, (byte) 0), 34)),
    ANSWER_WRONG(Reason.ANSWER_WRONG, run -> badAnswer(run, answer -> answer[33] ^= 1, 34)),
    TOO_MANY_COMPLAINTS(
            Reason.TOO_MANY_COMPLAINTS,
            run -> {
                run.vectorsExcept().endPhase();
                for (int node = 0; node <= run.instance.threshold(); node++) {
                    run.complain(node, faulty(run)).answer(faulty(run), node);
                }
                run.endPhase();
            });

    private final @Nullable Reason reason;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Consumer<DkgRun> play;

    DkgFault(@Nullable Reason reason, Consumer<DkgRun> play) {
        this.reason = reason;
        this.play = play;
    }

    /** Plays a run in which nothing has happened yet with this fault. */
    public DkgRun in(DkgRun run) {
        play.accept(run);
        return run;
    }

    /** Why the faulty node is out as a dealer; null when it is not. */
    public @Nullable Reason reason() {
        return reason;
    }

    /** Who is out in a run of this size. */
    public Set<Integer> out(int size) {
        return reason == null ? Set.of() : Set.of(size - 1);
    }

    /** Whether a run can be so small and have it. */
    public boolean fits(int size) {
        return this != TOO_MANY_COMPLAINTS || size > 2;
    }

    private static int faulty(DkgRun run) {
        return run.instance.size() - 1;
    }

    private static void badAnswer(DkgRun run, Consumer<byte[]> spoil, int length) {
        run.vectorsExcept().endPhase().complain(0, faulty(run));
        byte[] answer = run.dealers.get(faulty(run)).answerData(0);
        spoil.accept(answer);
        run.post(faulty(run), Arrays.copyOf(answer, length)).endPhase();
    }
}
