/**
 * Key material of Flow accounts: algorithms, public and private keys, signing and verifying.
 *
 * <p>Private keys live in byte arrays that are wiped when their owner is closed; no secret is ever
 * a {@code String}, part of a fault, a {@code toString} or a log line, and this room has no logger.
 * It knows no network and no account. The curves and hashes are Bouncy Castle's lightweight ones.
 */
@NullMarked
package io.epochdesk.keys;

import org.jspecify.annotations.NullMarked;
