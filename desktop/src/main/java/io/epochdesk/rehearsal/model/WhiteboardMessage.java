package io.epochdesk.rehearsal.model;

/**
 * {@code FlowDKG.Message}.
 *
 * @param nodeId who posted it
 * @param content any text
 */
public record WhiteboardMessage(String nodeId, String content) {}
