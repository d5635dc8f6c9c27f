package io.epochdesk.rehearsal.model;

/**
 * A vote that was cast: {@code FlowClusterQC.Vote} with its signature and message.
 *
 * @param signature as it was sent, hex
 * @param message as it was sent, hex; the contract counts by this very text
 */
public record Vote(String signature, String message) {}
