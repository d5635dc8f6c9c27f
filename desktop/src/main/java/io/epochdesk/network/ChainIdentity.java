package io.epochdesk.network;

/**
 * What makes a network this one and no other: nothing learned under one identity is ever shown
 * under another.
 *
 * @param profile the profile's id
 * @param chain the chain ID the nodes answer
 * @param rootBlock ID of the root block of the current spork, 64 hex digits
 * @param era counts up when the console finds another history under the same root (a restarted
 *     emulator has the same root)
 */
public record ChainIdentity(String profile, ChainId chain, String rootBlock, long era) {}
