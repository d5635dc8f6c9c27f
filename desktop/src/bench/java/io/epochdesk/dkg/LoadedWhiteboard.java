package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Origin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A made-up whiteboard that grows while it is looked at, read and judged by the ledger that real
 * messages go through. One message in twenty is a vector of full size, the others are complaints
 * and answers.
 */
public final class LoadedWhiteboard implements AutoCloseable {

    private static final int POOL = 2_000;
    private static final long START_HEIGHT = 98_700_000;

    private final List<String> committee;
    private final long counter;
    private final String instance;
    private final Random random = new Random(1);
    private final List<String> contents = new ArrayList<>();
    private final WhiteboardLedger ledger;

    /** An empty board of this committee, for the epoch of this counter. */
    public LoadedWhiteboard(List<String> committee, long counter) {
        this.committee = committee;
        this.counter = counter;
        instance = "dkg-flow-sample-" + counter;
        ledger =
                new WhiteboardLedger(
                        new ContentStore(
                                Path.of(System.getProperty("java.io.tmpdir")),
                                ContentStore.MEMORY_LIMIT));
        int degree = (committee.size() - 1) / 2;
        Map<String, Integer> indexes = new HashMap<>();
        committee.forEach(node -> indexes.put(node, indexes.size()));
        ledger.judgeBy(new EntryJudge(instance, new Committee(committee, degree, indexes)));
        for (int i = 0; i < POOL; i++) {
            contents.add(content(i, 96 * (degree + 1)));
        }
    }

    /** Posts so many messages more and returns the board with them. */
    public Whiteboard post(int messages) {
        byte[] transaction = new byte[32];
        for (int i = 0; i < messages; i++) {
            random.nextBytes(transaction);
            long height = START_HEIGHT + ledger.size() / 20;
            ledger.append(
                    committee.get(random.nextInt(committee.size())),
                    contents.get(random.nextInt(POOL)),
                    new Origin(height, HexFormat.of().formatHex(transaction)));
        }
        return new Whiteboard(
                counter,
                instance,
                START_HEIGHT,
                START_HEIGHT,
                START_HEIGHT + ledger.size() / 20,
                ledger.entries(),
                ledger.tally(),
                ledger.contents());
    }

    @Override
    public void close() {
        ledger.close();
    }

    private String content(int number, int vectorSize) {
        byte[] data = new byte[number % 20 == 0 ? vectorSize + 1 : number % 2 == 0 ? 2 : 34];
        random.nextBytes(data);
        data[0] = (byte) (number % 20 == 0 ? 1 : number % 2 == 0 ? 2 : 3);
        if (data.length <= 34) {
            data[1] = (byte) random.nextInt(committee.size());
        }
        byte[] signature = new byte[48];
        random.nextBytes(signature);
        Base64.Encoder base64 = Base64.getEncoder();
        return "{\"Data\":\""
                + base64.encodeToString(data)
                + "\",\"DKGInstanceID\":\""
                + instance
                + "\",\"Signature\":\""
                + base64.encodeToString(signature)
                + "\"}";
    }
}
