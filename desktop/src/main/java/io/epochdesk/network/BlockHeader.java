package io.epochdesk.network;

import java.time.Instant;

/**
 * A block header, as far as the console needs it.
 *
 * @param id block ID, 64 hex digits
 * @param parentId ID of the parent, 64 hex digits
 * @param height block height
 * @param view consensus view
 * @param timestamp the block's own timestamp
 */
public record BlockHeader(String id, String parentId, long height, long view, Instant timestamp) {}
