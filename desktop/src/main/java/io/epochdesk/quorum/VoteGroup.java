package io.epochdesk.quorum;

/**
 * All votes of a cluster for one and the same message string. The contract compares strings: the
 * same bytes in upper-case hex are another group.
 *
 * @param message the message as stored
 * @param weight total weight voted for it
 * @param votes number of votes
 * @param caseVariant whether another group of the cluster differs from it only in letter case
 */
public record VoteGroup(String message, long weight, int votes, boolean caseVariant) {}
