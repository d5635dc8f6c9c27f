package io.epochdesk.registration;

import io.epochdesk.live.Provenance;

import org.jspecify.annotations.Nullable;

/**
 * What a check or a proof rests on.
 *
 * @param what names the value, such as {@code balance}
 * @param value as it was found; never a secret
 * @param source the file, account or contract it was found in
 * @param provenance node, height and time where it was read from the chain; null for what was
 *     entered
 */
public record Evidence(String what, String value, String source, @Nullable Provenance provenance) {}
