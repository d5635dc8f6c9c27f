package io.epochdesk.dkg;

import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.DkgPhase;
import io.epochdesk.bls.DkgRun;
import io.epochdesk.dkg.WhiteboardEntry.Origin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The whiteboard of a run made with real keys, decoded, judged and submitted to as a real one. */
public final class PlayedWhiteboard {

    private static final long START = 98_700_000;
    private static final PhaseEnds ENDS =
            new PhaseEnds(START + 1_000, START + 2_000, START + 3_000);

    private final DkgRun run;
    private final long counter;
    private final List<String> committee;
    private final List<AnnouncedKeys> announced = new ArrayList<>();
    private final List<SubmissionGroup> groups = new ArrayList<>();
    private DkgPhase phase = DkgPhase.ENDED;

    /**
     * The board of a run.
     *
     * @param run played as far as it is to be
     * @param counter the epoch whose instance ID the run has
     */
    public PlayedWhiteboard(DkgRun run, long counter) {
        this.run = run;
        this.counter = counter;
        committee =
                IntStream.range(0, run.size())
                        .mapToObj(i -> "%02x".formatted(16 + 13 * i).repeat(32))
                        .toList();
    }

    /** Node IDs by index. */
    public List<String> committee() {
        return committee;
    }

    /** The phase that the board has come to; without it, all are over. */
    public PlayedWhiteboard in(DkgPhase now) {
        phase = now;
        return this;
    }

    /** Members submit these keys. */
    public PlayedWhiteboard submitted(String groupKey, List<String> keys, Integer... members) {
        groups.add(
                new SubmissionGroup(
                        groupKey,
                        keys,
                        "%016x".formatted(groups.size()),
                        List.of(members).stream().map(committee::get).toList(),
                        keys.isEmpty()));
        return this;
    }

    /** An event announces these keys. */
    public PlayedWhiteboard announced(
            AnnouncedKeys.Event event, String groupKey, List<String> keys) {
        Map<String, Integer> mapping = new HashMap<>();
        committee.forEach(node -> mapping.put(node, mapping.size()));
        announced.add(new AnnouncedKeys(event, START + 4_000, groupKey, keys, mapping));
        return this;
    }

    /** What the contract answers. */
    public DkgState state() {
        long threshold = (committee.size() - 1L) / 2;
        long safe = Math.max(threshold, (long) (0.7 * committee.size()));
        boolean complete =
                groups.stream().anyMatch(group -> !group.empty() && group.count() > safe);
        return new DkgState(
                true,
                committee,
                groups.isEmpty() ? DkgState.Order.CANONICAL : DkgState.Order.CONFIRMED,
                threshold,
                safe,
                groups,
                complete,
                DkgState.Standing.CURRENT);
    }

    /** The board. */
    public Whiteboard board() {
        WhiteboardLedger ledger =
                new WhiteboardLedger(
                        new ContentStore(
                                Path.of(System.getProperty("java.io.tmpdir")),
                                ContentStore.MEMORY_LIMIT));
        Map<String, Integer> indexes = new HashMap<>();
        committee.forEach(node -> indexes.put(node, indexes.size()));
        String instance = "dkg-" + SampleWhiteboard.CHAIN + "-" + counter;
        ledger.judgeBy(
                new EntryJudge(
                        instance, new Committee(committee, (committee.size() - 1L) / 2, indexes)));
        long height = START;
        for (DkgRun.Posted posted : run.posted()) {
            height += 3;
            long in = START + 1_000L * number(posted.phase());
            ledger.append(
                    posted.sender() < 0 ? "ee".repeat(32) : committee.get(posted.sender()),
                    posted.content(),
                    new Origin(Math.max(height, in + (height - START)), "%064x".formatted(height)));
        }
        return new Whiteboard(
                counter,
                instance,
                START,
                START,
                START + 1_000L * number(phase) + 500,
                ledger.entries(),
                ledger.tally(),
                ledger.contents(),
                announced);
    }

    /** What the console makes of it. */
    public DkgReview review() {
        Map<String, BlsPublicKey> keys = new HashMap<>();
        for (int i = 0; i < committee.size(); i++) {
            keys.put(committee.get(i), run.stakingSecret(i).publicKey());
        }
        return new BoardReviewer().review(board(), state(), ENDS, keys).orElseThrow();
    }

    private static int number(DkgPhase phase) {
        return List.of(DkgPhase.values()).indexOf(phase);
    }
}
