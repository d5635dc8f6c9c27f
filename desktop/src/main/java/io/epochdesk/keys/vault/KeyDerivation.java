package io.epochdesk.keys.vault;

/** Makes a key from a password; slow on purpose. */
public interface KeyDerivation {

    /** Bytes of the salt. */
    int SALT_LENGTH = 16;

    /** Bytes of the key. */
    int KEY_LENGTH = 32;

    /**
     * Derives a key.
     *
     * @param password the bytes of {@link Password}; not kept
     * @param salt 16 bytes
     * @return 32 bytes; the caller wipes them
     * @throws io.epochdesk.fault.FaultException when there is not the memory for it
     */
    byte[] derive(KdfParameters parameters, byte[] password, byte[] salt);
}
