/**
 * The vault: private keys of accounts in one encrypted file, and signing with them.
 *
 * <p>The file's format is in {@code docs/vault.md}. Passwords and keys live in arrays that are
 * wiped when the vault is locked. Nothing here knows a network beyond its chain ID, and nothing
 * logs.
 */
@NullMarked
package io.epochdesk.keys.vault;

import org.jspecify.annotations.NullMarked;
