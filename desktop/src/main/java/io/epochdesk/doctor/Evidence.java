package io.epochdesk.doctor;

import io.epochdesk.live.Provenance;

import org.jspecify.annotations.Nullable;

/**
 * What a finding rests on.
 *
 * @param what names the value
 * @param value as it was found, empty for nothing; never a secret
 * @param source the file, account or contract it was found in
 * @param provenance node, height and time where it was read from the chain; null for files
 */
public record Evidence(What what, String value, String source, @Nullable Provenance provenance) {

    /** What can be found. */
    public enum What {
        ADDRESS,
        ACCOUNT,
        APPROVED,
        BALANCE,
        CAPABILITIES,
        FAULT,
        FIELD,
        HANDED_OUT,
        HASH_ALGORITHM,
        KEY_INDEX,
        KEYS,
        MAXIMUM_FEE,
        NODE,
        PERMISSIONS,
        PROPOSED,
        PUBLIC_KEY,
        RECORD,
        REQUESTED,
        REVOKED,
        RESOURCE,
        ROLE,
        SEQUENCE_NUMBER,
        SHARED,
        SIGNATURE,
        SIGNATURE_ALGORITHM,
        SPENDING,
        STAKE,
        STAKED,
        STAKE_HELD,
        STORAGE_CAPACITY,
        STORAGE_USED,
        WEIGHT
    }
}
