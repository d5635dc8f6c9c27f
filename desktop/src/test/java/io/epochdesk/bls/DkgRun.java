package io.epochdesk.bls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A run made here: real keys, real dealers, a board that tests write what they like on. */
public final class DkgRun {

    final DkgInstance instance;
    final List<BlsSecretKey> stakingSecrets;
    final List<BlsPublicKey> stakingKeys;
    final List<Dealer> dealers;
    private final DkgJudge judge;
    private final Map<BoardPost, CheckedPost> checked;
    private final List<Posted> posted = new ArrayList<>();

    /** A message as it was posted: by whom, in which phase. */
    public record Posted(DkgPhase phase, int sender, String content) {}

    DkgRun(int size) {
        this(DkgInstance.idOf("flow-localnet", "7"), size);
    }

    /** A run in which nothing has happened. */
    public DkgRun(String id, int size) {
        this(new DkgInstance(id, size));
    }

    private DkgRun(DkgInstance instance) {
        this(
                instance,
                IntStream.range(0, instance.size())
                        .mapToObj(i -> BlsSecretKey.fromSeed(seed("staking", i)))
                        .toList(),
                IntStream.range(0, instance.size())
                        .parallel()
                        .mapToObj(i -> Dealer.fromSeed(seed("dealer", i), instance))
                        .toList(),
                new HashMap<>());
    }

    private DkgRun(
            DkgInstance instance,
            List<BlsSecretKey> secrets,
            List<Dealer> dealers,
            Map<BoardPost, CheckedPost> checked) {
        this.instance = instance;
        this.stakingSecrets = secrets;
        this.stakingKeys = secrets.stream().map(BlsSecretKey::publicKey).toList();
        this.dealers = dealers;
        this.checked = checked;
        this.judge = new DkgJudge(instance);
    }

    /** Nodes in the committee. */
    public int size() {
        return instance.size();
    }

    /** A node's staking key, which signs its messages. */
    public BlsSecretKey stakingSecret(int node) {
        return stakingSecrets.get(node);
    }

    /** All messages so far, in the order of the board. */
    public List<Posted> posted() {
        return List.copyOf(posted);
    }

    /** What honest nodes submit when these dealers are out. */
    public BeaconKeys keysWithout(Set<Integer> out) {
        Set<Integer> qualified = new TreeSet<>();
        for (int dealer = 0; dealer < instance.size(); dealer++) {
            if (!out.contains(dealer)) {
                qualified.add(dealer);
            }
        }
        return new BeaconKeys(groupKey(qualified), nodeKeys(qualified));
    }

    /** The same nodes and dealers before anything has happened. */
    public DkgRun again() {
        return new DkgRun(instance, stakingSecrets, dealers, checked);
    }

    static byte[] seed(String use, int index) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((use + index).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** All vectors but these dealers'. */
    public DkgRun vectorsExcept(Integer... silent) {
        List<Integer> left = List.of(silent);
        for (int dealer = 0; dealer < instance.size(); dealer++) {
            if (!left.contains(dealer)) {
                post(dealer, dealers.get(dealer).vectorData());
            }
        }
        return this;
    }

    /** A signed message with this data. */
    public DkgRun post(int sender, byte... data) {
        BlsSecretKey secret = stakingSecrets.get(sender);
        return postRaw(sender, BoardContent.signed(data, instance.id(), secret).json());
    }

    /** A complaint. */
    public DkgRun complain(int complainer, int dealer) {
        return post(complainer, DkgData.complaint(dealer));
    }

    /** The right answer to a complaint. */
    public DkgRun answer(int dealer, int complainer) {
        return post(dealer, dealers.get(dealer).answerData(complainer));
    }

    DkgRun postRaw(int sender, String content) {
        BlsPublicKey key = sender < 0 ? null : stakingKeys.get(sender);
        BoardPost post = new BoardPost(posted.size(), sender, content);
        judge.accept(checked.computeIfAbsent(post, each -> each.check(instance, key)));
        posted.add(new Posted(judge.phase(), sender, content));
        return this;
    }

    /** The phase ends. */
    public DkgRun endPhase() {
        judge.endPhase();
        return this;
    }

    /** How the run stands. */
    public Judgement now() {
        return judge.judgement();
    }

    /** How it stands when all phases have ended. */
    public Judgement end() {
        while (judge.phase() != DkgPhase.ENDED) {
            judge.endPhase();
        }
        return judge.judgement();
    }

    /** What the nodes themselves come to: their secret keys, from the dealers that count. */
    List<String> nodeKeys(Set<Integer> qualified) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < instance.size(); i++) {
            int node = i;
            List<BlsSecretKey> shares =
                    qualified.stream().map(dealer -> dealers.get(dealer).shareOf(node)).toList();
            try (BlsSecretKey key = Dealer.beaconKey(shares)) {
                keys.add(key.publicKey().toString());
            }
        }
        return keys;
    }

    /** The group's key: the sum of the dealers' first coefficients. */
    String groupKey(Set<Integer> qualified) {
        List<long[]> points = new ArrayList<>();
        qualified.forEach(dealer -> points.add(dealers.get(dealer).vector().point(0)));
        return HexFormat.of().formatHex(G2.encode(G2.sum(points)));
    }
}
