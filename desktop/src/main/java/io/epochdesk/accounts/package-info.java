/**
 * Accounts as they are on chain: keys, balance, storage, what they hold for a node's part in an
 * epoch; what transactions cost; to which network an address belongs. Reads, never sends.
 */
@NullMarked
package io.epochdesk.accounts;

import org.jspecify.annotations.NullMarked;
