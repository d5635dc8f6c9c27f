package io.epochdesk.bls;

import java.util.Arrays;

/**
 * The data of whiteboard messages, as nodes write them: the kind, then what it is about
 * (onflow/crypto {@code dkg_feldmanvssq.go}).
 */
public final class DkgData {

    /** Kinds, the first byte. A private share never belongs on the board. */
    public static final int PRIVATE_SHARE = 0;

    public static final int VERIFICATION_VECTOR = 1;
    public static final int COMPLAINT = 2;
    public static final int COMPLAINT_ANSWER = 3;

    private DkgData() {}

    /** Kind and points. */
    public static byte[] vector(VerificationVector vector) {
        byte[] points = vector.encoded();
        byte[] data = new byte[1 + points.length];
        data[0] = VERIFICATION_VECTOR;
        System.arraycopy(points, 0, data, 1, points.length);
        return data;
    }

    /**
     * Kind and index: a complaint.
     *
     * @param dealer whom it is about, 0 to 255
     */
    public static byte[] complaint(int dealer) {
        return new byte[] {COMPLAINT, (byte) dealer};
    }

    /**
     * Kind, index and share: an answer, which makes the share public.
     *
     * @param complainer whose complaint is answered, 0 to 255
     */
    public static byte[] answer(int complainer, BlsSecretKey share) {
        byte[] secret = share.encoded();
        byte[] data = new byte[2 + secret.length];
        data[0] = COMPLAINT_ANSWER;
        data[1] = (byte) complainer;
        System.arraycopy(secret, 0, data, 2, secret.length);
        Arrays.fill(secret, (byte) 0);
        return data;
    }
}
