/**
 * The judge: a real Flow Emulator under the tests' control, a driver that takes it through epochs,
 * and what the contracts themselves answer.
 *
 * <p>Nothing here uses the console's own client, decoder or scripts: transactions and truths go
 * over plain stubs and Jackson, so that an error of the console cannot hide itself. The one bridge
 * is {@code BoardJudge}, which compares.
 */
@NullMarked
package io.epochdesk.emulator;

import org.jspecify.annotations.NullMarked;
