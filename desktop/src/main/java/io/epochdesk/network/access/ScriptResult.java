package io.epochdesk.network.access;

import io.epochdesk.network.BlockHeader;

/**
 * What a script answered, and on the state of which block.
 *
 * @param json JSON-Cadence as sent
 * @param block the sealed block it was run at
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScriptResult(byte[] json, BlockHeader block) {}
