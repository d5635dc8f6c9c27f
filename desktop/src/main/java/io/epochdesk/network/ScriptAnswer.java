package io.epochdesk.network;

import io.epochdesk.live.Reading;

/**
 * What a script answered.
 *
 * @param json JSON-Cadence as sent, with height and source
 * @param identity the network it was asked on
 */
public record ScriptAnswer(Reading<byte[]> json, ChainIdentity identity) {}
