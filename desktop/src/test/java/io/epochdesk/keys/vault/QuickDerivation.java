package io.epochdesk.keys.vault;

import io.epochdesk.keys.HashAlgorithm;

import java.nio.ByteBuffer;

/** A derivation that costs nothing, for everything below it. */
final class QuickDerivation implements KeyDerivation {

    @Override
    public byte[] derive(KdfParameters parameters, byte[] password, byte[] salt) {
        return HashAlgorithm.SHA2_256.of(
                ByteBuffer.allocate(12)
                        .putInt(parameters.memoryKib())
                        .putInt(parameters.iterations())
                        .putInt(parameters.parallelism())
                        .array(),
                salt,
                password);
    }
}
