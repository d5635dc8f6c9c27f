/**
 * Cadence values: the JSON-Cadence format read and written, and Cadence programs with their imports
 * filled in.
 *
 * <p>Source of the format: the JSON-Cadence Data Interchange Format of the Cadence language, as the
 * Access API answers with it ({@code event_encoding_version} JSON_CDC_V0).
 */
@NullMarked
package io.epochdesk.cadence;

import org.jspecify.annotations.NullMarked;
