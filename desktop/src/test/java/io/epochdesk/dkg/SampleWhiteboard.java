package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Origin;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Made-up whiteboards for tests, put together message by message and decoded as real ones are. The
 * points and signatures in them are random bytes.
 */
public final class SampleWhiteboard {

    /** The made-up chain of these boards. */
    public static final String CHAIN = "flow-sample";

    private static final long START_HEIGHT = 98_700_000;

    private final List<String> committee;
    private final long counter;
    private final Random random;
    private final WhiteboardLedger ledger;
    private long height = START_HEIGHT;

    private SampleWhiteboard(List<String> committee, long counter, long seed) {
        this.committee = committee;
        this.counter = counter;
        this.random = new Random(seed);
        this.ledger =
                new WhiteboardLedger(
                        new ContentStore(
                                Path.of(System.getProperty("java.io.tmpdir")),
                                ContentStore.MEMORY_LIMIT));
        Map<String, Integer> indexes = new HashMap<>();
        committee.forEach(node -> indexes.put(node, indexes.size()));
        ledger.judgeBy(
                new EntryJudge(instanceId(counter), new Committee(committee, degree(), indexes)));
    }

    /** Every member posts its vector, nothing else. */
    public static Whiteboard happy(List<String> committee, long counter, long seed) {
        SampleWhiteboard sample = new SampleWhiteboard(committee, counter, seed);
        sample.vectors(committee.size());
        return sample.board();
    }

    /** All vectors, two complaints about dealer 0, both answered. */
    public static Whiteboard complaintsAnswered(List<String> committee, long counter, long seed) {
        SampleWhiteboard sample = new SampleWhiteboard(committee, counter, seed);
        sample.vectors(committee.size());
        sample.complaintsAboutFirst();
        sample.post(0, answer(1, sample.random), instanceId(counter));
        sample.post(0, answer(2, sample.random), instanceId(counter));
        return sample.board();
    }

    /**
     * Everything that can be wrong: the last member is silent, the one before posts a vector of
     * another instance, one posts twice, one posts too short a vector, two complain about dealer 0
     * and one of them is answered, a private share, an unknown kind, text that is no message, a
     * complaint about nobody.
     *
     * @param messages at least so many messages in all, filled with repeated vectors
     */
    public static Whiteboard troubled(
            List<String> committee, long counter, long seed, int messages) {
        SampleWhiteboard sample = new SampleWhiteboard(committee, counter, seed);
        int members = committee.size();
        sample.vectors(members - 3);
        sample.post(members - 3, sample.data(1, 96), instanceId(counter));
        sample.post(members - 2, sample.vector(), instanceId(counter - 1));
        String twice = content(sample.vector(), instanceId(counter), new byte[48]);
        sample.say(3, twice);
        sample.say(3, twice);
        sample.complaintsAboutFirst();
        sample.post(0, answer(1, sample.random), instanceId(counter));
        sample.post(2, new byte[] {2, (byte) 250}, instanceId(counter));
        sample.post(2, sample.data(0, 32), instanceId(counter));
        sample.post(2, sample.data(9, 40), instanceId(counter));
        sample.say(1, "hello whiteboard, this is not a message\u0001");
        sample.say(
                1,
                "{\"Data\":\"%%%\",\"DKGInstanceID\":\""
                        + instanceId(counter)
                        + "\",\"Signature\":\"\"}");
        while (sample.ledger.size() < messages) {
            sample.post(sample.random.nextInt(members), sample.vector(), instanceId(counter));
        }
        return sample.board();
    }

    /** Content as flow-go writes it. */
    public static String content(byte[] data, String instanceId, byte[] signature) {
        Base64.Encoder base64 = Base64.getEncoder();
        return "{\"Data\":\""
                + base64.encodeToString(data)
                + "\",\"DKGInstanceID\":\""
                + instanceId
                + "\",\"Signature\":\""
                + base64.encodeToString(signature)
                + "\"}";
    }

    private static String instanceId(long counter) {
        return "dkg-" + CHAIN + "-" + counter;
    }

    private long degree() {
        return committee.size() == 2 ? 1 : (committee.size() - 1) / 2;
    }

    private void vectors(int count) {
        for (int member = 0; member < count; member++) {
            post(member, vector(), instanceId(counter));
        }
    }

    private void complaintsAboutFirst() {
        post(1, new byte[] {2, 0}, instanceId(counter));
        post(2, new byte[] {2, 0}, instanceId(counter));
    }

    private static byte[] answer(int complainer, Random random) {
        byte[] data = new byte[34];
        random.nextBytes(data);
        data[0] = 3;
        data[1] = (byte) complainer;
        return data;
    }

    private byte[] vector() {
        return data(1, Math.toIntExact(96 * (degree() + 1)));
    }

    private byte[] data(int kind, int size) {
        byte[] data = new byte[1 + size];
        random.nextBytes(data);
        data[0] = (byte) kind;
        return data;
    }

    private void post(int member, byte[] data, String instanceId) {
        byte[] signature = new byte[48];
        random.nextBytes(signature);
        say(member, content(data, instanceId, signature));
    }

    private void say(int member, String content) {
        byte[] transaction = new byte[32];
        random.nextBytes(transaction);
        height += random.nextInt(4);
        ledger.append(
                committee.get(member),
                content,
                new Origin(height, HexFormat.of().formatHex(transaction)));
    }

    private Whiteboard board() {
        return new Whiteboard(
                counter,
                instanceId(counter),
                START_HEIGHT,
                START_HEIGHT,
                height + 12,
                ledger.entries(),
                ledger.tally(),
                ledger.contents());
    }
}
