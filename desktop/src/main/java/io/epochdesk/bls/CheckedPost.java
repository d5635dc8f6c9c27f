package io.epochdesk.bls;

import io.epochdesk.bls.BadEncodingException.Reason;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** A message of the board, read and checked by itself; what it means is for {@link DkgJudge}. */
public final class CheckedPost {

    private final BoardPost post;
    private final byte[] data;
    private final BoardWarning.@Nullable Kind ignored;
    private final @Nullable VerificationVector vector;
    private final @Nullable Reason badVector;

    private CheckedPost(
            BoardPost post,
            byte[] data,
            BoardWarning.@Nullable Kind ignored,
            @Nullable VerificationVector vector,
            @Nullable Reason badVector) {
        this.post = post;
        this.data = data;
        this.ignored = ignored;
        this.vector = vector;
        this.badVector = badVector;
    }

    static CheckedPost ignored(BoardPost post, BoardWarning.Kind why) {
        return new CheckedPost(post, new byte[0], why, null, null);
    }

    static CheckedPost of(BoardPost post, byte[] data, DkgInstance instance) {
        if (data.length == 0 || data[0] != DkgData.VERIFICATION_VECTOR) {
            return new CheckedPost(post, data, null, null, null);
        }
        try {
            byte[] points = Arrays.copyOfRange(data, 1, data.length);
            VerificationVector vector = VerificationVector.decode(points, instance);
            return new CheckedPost(post, data, null, vector, null);
        } catch (BadEncodingException e) {
            return new CheckedPost(post, data, null, null, e.reason());
        }
    }

    int position() {
        return post.position();
    }

    int sender() {
        return post.sender();
    }

    /** Why nodes ignore it, or null when they do not. */
    public BoardWarning.@Nullable Kind ignored() {
        return ignored;
    }

    /** Bytes of data. */
    int size() {
        return data.length;
    }

    /** The byte of the data at an index, unsigned, or -1 past its end. */
    int at(int index) {
        return index < data.length ? data[index] & 0xFF : -1;
    }

    /** The last 32 bytes of an answer. */
    byte[] share() {
        return Arrays.copyOfRange(data, 2, data.length);
    }

    @Nullable VerificationVector vector() {
        return vector;
    }

    @Nullable Reason badVector() {
        return badVector;
    }
}
