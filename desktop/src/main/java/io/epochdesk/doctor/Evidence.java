package io.epochdesk.doctor;

import io.epochdesk.live.Provenance;

import org.jspecify.annotations.Nullable;

/**
 * What a finding rests on.
 *
 * @param what names the value, such as {@code balance}
 * @param value as it was found; never a secret
 * @param source the file or contract it was found in
 * @param provenance node, height and time where it was read from the chain; null for files
 */
public record Evidence(String what, String value, String source, @Nullable Provenance provenance) {}
