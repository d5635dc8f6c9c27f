package io.epochdesk.keys.view;

import io.epochdesk.keys.AccountPrivateKey;

import java.util.function.Supplier;

/**
 * A key of an account to practise with, index 0, for SHA3-256.
 *
 * @param name what it is called in the vault
 * @param address 16 hex digits of its account
 * @param key makes it; whoever takes it closes it
 */
public record PracticeKey(String name, String address, Supplier<AccountPrivateKey> key) {}
