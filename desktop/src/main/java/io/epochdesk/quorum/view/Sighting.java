package io.epochdesk.quorum.view;

import java.time.Instant;

/**
 * When a vote was first seen. The contract keeps no time of a vote, so it lies between two answers.
 *
 * @param after height of the last answer without it, or -1 when it was there in the first answer
 * @param height height of the first answer with it
 * @param blockTime time of that block
 */
public record Sighting(long after, long height, Instant blockTime) {}
