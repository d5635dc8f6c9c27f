/**
 * The rehearsal network judged by a real emulator: one suite of named cases that runs unchanged
 * against both.
 *
 * <p>An {@link io.epochdesk.conformance.Act} tries things on a {@link
 * io.epochdesk.conformance.Stage}, which is a real emulator or the rehearsal network in manual
 * mode, over the Access API alone. What a real emulator answered is kept in {@code recorded/*.txt};
 * {@code EmulatorConformanceTest} sees that the recordings are what an emulator answers, {@code
 * RehearsalConformanceTest} that the rehearsal answers the same. {@code
 * -Depochdesk.conformance.record=true} records anew and writes the table of {@code
 * desktop/docs/rehearsal.md}.
 *
 * <p>Nothing here uses the console's own client or decoder.
 */
@NullMarked
package io.epochdesk.conformance;

import org.jspecify.annotations.NullMarked;
