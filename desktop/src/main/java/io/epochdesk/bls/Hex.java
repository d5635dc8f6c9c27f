package io.epochdesk.bls;

import java.util.HexFormat;

/** Hex as others write it. */
final class Hex {

    private Hex() {}

    static byte[] bytes(String hex) throws BadEncodingException {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException _) {
            // neither message nor cause is kept: the text may be a secret
            throw new BadEncodingException(BadEncodingException.Reason.BAD_FORM);
        }
    }
}
