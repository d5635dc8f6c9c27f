package io.epochdesk.rehearsal.play;

import io.epochdesk.bls.BoardContent;
import io.epochdesk.bls.DkgData;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A DKG of the right sizes in which nothing can be verified. */
final class SyntheticKeyGeneration implements KeyGeneration {

    private static final int POINT = 96;
    private static final int SHARE = 32;
    private static final int COMPRESSED = 0x80;

    private final Seed seed;
    private final String instanceId;
    private final List<CastNode> committee;

    SyntheticKeyGeneration(Seed seed, String instanceId, List<CastNode> committee) {
        this.seed = seed;
        this.instanceId = instanceId;
        this.committee = committee;
    }

    @Override
    public String vector(int dealer, String instance) {
        int points = (committee.size() - 1) / 2 + 1;
        byte[] data = seed.bytes("vector/" + instance + "/" + dealer, 1 + POINT * points);
        data[0] = DkgData.VERIFICATION_VECTOR;
        for (int at = 1; at < data.length; at += POINT) {
            data[at] = (byte) (COMPRESSED | (data[at] & 0x1f));
        }
        return content(dealer, data, instance);
    }

    @Override
    public String complaint(int complainer, int dealer) {
        return content(complainer, DkgData.complaint(dealer & 0xff), instanceId);
    }

    @Override
    public String answer(int dealer, int complainer) {
        byte[] data = seed.bytes("answer/" + dealer + "/" + complainer, 2 + SHARE);
        data[0] = DkgData.COMPLAINT_ANSWER;
        data[1] = (byte) complainer;
        return content(dealer, data, instanceId);
    }

    @Override
    public List<String> keys(List<Integer> qualified) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i <= committee.size(); i++) {
            byte[] point = seed.bytes("key/" + instanceId + "/" + i, POINT);
            point[0] = (byte) (COMPRESSED | (point[0] & 0x1f));
            keys.add(HexFormat.of().formatHex(point));
        }
        return keys;
    }

    private String content(int sender, byte[] data, String instance) {
        byte[] signature =
                HexFormat.of()
                        .parseHex(committee.get(sender).madeUpSignature("message/" + instance));
        return new BoardContent(data, instance, signature).json();
    }
}
