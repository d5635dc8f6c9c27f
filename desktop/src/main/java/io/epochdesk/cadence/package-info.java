/**
 * Cadence values: the JSON-Cadence format and the Cadence Compact Format, both read and written,
 * and Cadence programs with their imports filled in.
 *
 * <p>Sources of the formats: the JSON-Cadence Data Interchange Format of the Cadence language and
 * the Cadence Compact Format (CCF) 1.0.0, as the Access API answers with them ({@code
 * event_encoding_version} JSON_CDC_V0 and CCF_V0).
 */
@NullMarked
package io.epochdesk.cadence;

import org.jspecify.annotations.NullMarked;
