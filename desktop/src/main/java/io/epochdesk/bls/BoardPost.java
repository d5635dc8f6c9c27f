package io.epochdesk.bls;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A message of the board as it arrives, before anything is known of it.
 *
 * @param position place on the board, from 0
 * @param sender index of the sender in the committee, or -1 when it is not in it
 * @param content the content as stored
 */
public record BoardPost(int position, int sender, String content) {

    /**
     * Does all that is slow and depends on nothing else: reading, the signature, the points of a
     * vector. May run on any thread.
     *
     * @param instance the run
     * @param stakingKey the sender's staking key, or null when it is not known: then the signature
     *     is taken as good
     */
    public CheckedPost check(DkgInstance instance, @Nullable BlsPublicKey stakingKey) {
        Optional<BoardContent> parsed = BoardContent.parse(content);
        if (parsed.isEmpty()) {
            return CheckedPost.ignored(this, BoardWarning.Kind.UNREADABLE);
        }
        BoardContent said = parsed.get();
        if (!said.instanceId().equals(instance.id())) {
            return CheckedPost.ignored(this, BoardWarning.Kind.WRONG_INSTANCE);
        }
        if (!instance.hasIndex(sender)) {
            return CheckedPost.ignored(this, BoardWarning.Kind.UNKNOWN_SENDER);
        }
        if (stakingKey != null && !said.isSignedBy(stakingKey)) {
            return CheckedPost.ignored(this, BoardWarning.Kind.BAD_SIGNATURE);
        }
        return CheckedPost.of(this, said.data(), instance);
    }
}
