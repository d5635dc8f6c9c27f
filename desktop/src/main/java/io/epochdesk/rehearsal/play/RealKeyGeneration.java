package io.epochdesk.rehearsal.play;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.BoardContent;
import io.epochdesk.bls.Dealer;
import io.epochdesk.bls.DkgData;
import io.epochdesk.bls.DkgInstance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A DKG of real dealers with really signed messages. Dealers are made when they deal, and keys when
 * the first node submits them.
 */
final class RealKeyGeneration implements KeyGeneration {

    private final Seed seed;
    private final DkgInstance instance;
    private final List<CastNode> committee;
    private final Map<Integer, Dealer> dealers = new HashMap<>();
    private final Map<List<Integer>, List<String>> results = new HashMap<>();

    RealKeyGeneration(Seed seed, DkgInstance instance, List<CastNode> committee) {
        this.seed = seed;
        this.instance = instance;
        this.committee = committee;
    }

    @Override
    public String vector(int dealer, String instanceId) {
        return signed(dealer, dealer(dealer).vectorData(), instanceId);
    }

    @Override
    public String complaint(int complainer, int dealer) {
        return signed(complainer, DkgData.complaint(dealer), instance.id());
    }

    @Override
    public String answer(int dealer, int complainer) {
        return signed(dealer, dealer(dealer).answerData(complainer), instance.id());
    }

    @Override
    public List<String> keys(List<Integer> qualified) {
        return results.computeIfAbsent(List.copyOf(qualified), this::result);
    }

    private List<String> result(List<Integer> qualified) {
        List<Dealer> all = qualified.stream().map(this::dealer).toList();
        List<String> keys = new ArrayList<>();
        keys.add(groupKey(all));
        keys.addAll(
                IntStream.range(0, committee.size())
                        .parallel()
                        .mapToObj(node -> nodeKey(all, node))
                        .toList());
        return List.copyOf(keys);
    }

    private static String groupKey(List<Dealer> dealers) {
        try {
            List<BlsPublicKey> constants = new ArrayList<>();
            for (Dealer dealer : dealers) {
                constants.add(
                        BlsPublicKey.decode(
                                Arrays.copyOf(dealer.vector().encoded(), BlsPublicKey.SIZE)));
            }
            return BlsPublicKey.aggregate(constants).toString();
        } catch (BadEncodingException e) {
            throw new IllegalStateException("a dealer's own points are good", e);
        }
    }

    private static String nodeKey(List<Dealer> dealers, int node) {
        List<BlsSecretKey> shares = dealers.stream().map(one -> one.shareOf(node)).toList();
        try (BlsSecretKey key = Dealer.beaconKey(shares)) {
            return key.publicKey().toString();
        } finally {
            shares.forEach(BlsSecretKey::close);
        }
    }

    private Dealer dealer(int index) {
        return dealers.computeIfAbsent(
                index,
                _ ->
                        Dealer.fromSeed(
                                seed.bytes(
                                        "dealer/" + instance.id() + "/" + committee.get(index).id(),
                                        48),
                                instance));
    }

    private String signed(int sender, byte[] data, String instanceId) {
        try (BlsSecretKey key = committee.get(sender).stakingKey()) {
            return BoardContent.signed(data, instanceId, key).json();
        }
    }
}
