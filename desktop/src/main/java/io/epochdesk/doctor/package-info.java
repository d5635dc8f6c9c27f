/**
 * Examines nodes: whether each can do its duty in the next epoch's setup, and if not, why, since
 * when it matters and what to do. Reads only, sends nothing.
 *
 * <p>Every check of flow-go's {@code CheckMachineAccountInfo} ({@code
 * module/epochs/machine_account.go}) is here with the same verdict, and what it does not look at.
 * What was read is put together in {@code Chart}; the checks are pure functions of it. A node is
 * never called fit on missing data.
 */
@NullMarked
package io.epochdesk.doctor;

import org.jspecify.annotations.NullMarked;
