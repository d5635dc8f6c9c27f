package io.epochdesk.rehearsal.access;

import java.time.Duration;

/** How an access node behaves. Scenarios choose one to show what an operator may meet. */
public sealed interface Manner {

    /** As it should. */
    Manner SOUND = new Sound();

    /** As it should. */
    record Sound() implements Manner {}

    /** Its chain stands still at the block that is the newest when this begins. */
    record Stale() implements Manner {}

    /**
     * It takes its time over every call.
     *
     * @param delay how long
     */
    record Slow(Duration delay) implements Manner {}

    /**
     * It answers for a while, then fails every call for a while, and so on.
     *
     * @param up how long it answers
     * @param down how long it fails
     */
    record Flapping(Duration up, Duration down) implements Manner {}

    /**
     * One figure in what scripts return is wrong.
     *
     * @param figure the name of the field or dictionary key, such as {@code totalWeight}; the first
     *     number so named is changed
     * @param by how much is added
     */
    record Lying(String figure, long by) implements Manner {}
}
