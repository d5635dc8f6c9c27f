package io.epochdesk.registration;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * What an account stores for staking.
 *
 * @param stakerOf the node whose bare {@code NodeStaker} it stores, or null
 * @param storesCollection whether it stores a staking collection, shown to others or not
 * @param lockedBalance FLOW of its locked account that can be staked: balance less storage
 *     reservation ({@code LockedTokens.TokenHolder.getLockedAccountBalance}); null without one
 */
record Purse(
        @Nullable String stakerOf, boolean storesCollection, @Nullable BigDecimal lockedBalance) {}
