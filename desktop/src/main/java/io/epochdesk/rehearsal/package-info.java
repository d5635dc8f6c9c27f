/**
 * The embedded Flow network to watch and to practise on: starting it, steering it, stopping it.
 *
 * <p>The console reads it through the same client as any other network; only its time and its
 * scenario are steered from here. No JavaFX. {@code rehearsal.view}, {@code cli} and {@code app}
 * may enter.
 */
@NullMarked
package io.epochdesk.rehearsal;

import org.jspecify.annotations.NullMarked;
