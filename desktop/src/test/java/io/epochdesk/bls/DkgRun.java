package io.epochdesk.bls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A run made here: real keys, real dealers, a board that tests write what they like on. */
final class DkgRun {

    final DkgInstance instance;
    final List<BlsSecretKey> stakingSecrets;
    final List<BlsPublicKey> stakingKeys;
    final List<Dealer> dealers;
    private final DkgJudge judge;
    private int position;

    DkgRun(int size) {
        instance = new DkgInstance(DkgInstance.idOf("flow-localnet", "7"), size);
        stakingSecrets =
                IntStream.range(0, size)
                        .mapToObj(i -> BlsSecretKey.fromSeed(seed("staking", i)))
                        .toList();
        stakingKeys = stakingSecrets.stream().map(BlsSecretKey::publicKey).toList();
        dealers =
                IntStream.range(0, size)
                        .parallel()
                        .mapToObj(i -> Dealer.fromSeed(seed("dealer", i), instance))
                        .toList();
        judge = new DkgJudge(instance);
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
    DkgRun vectorsExcept(Integer... silent) {
        List<Integer> left = List.of(silent);
        for (int dealer = 0; dealer < instance.size(); dealer++) {
            if (!left.contains(dealer)) {
                post(dealer, dealers.get(dealer).vectorData());
            }
        }
        return this;
    }

    DkgRun post(int sender, byte... data) {
        BlsSecretKey secret = stakingSecrets.get(sender);
        return postRaw(sender, BoardContent.signed(data, instance.id(), secret).json());
    }

    DkgRun complain(int complainer, int dealer) {
        return post(complainer, DkgData.complaint(dealer));
    }

    DkgRun answer(int dealer, int complainer) {
        return post(dealer, dealers.get(dealer).answerData(complainer));
    }

    DkgRun postRaw(int sender, String content) {
        BlsPublicKey key = sender < 0 ? null : stakingKeys.get(sender);
        judge.accept(new BoardPost(position++, sender, content).check(instance, key));
        return this;
    }

    DkgRun endPhase() {
        judge.endPhase();
        return this;
    }

    Judgement now() {
        return judge.judgement();
    }

    Judgement end() {
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
