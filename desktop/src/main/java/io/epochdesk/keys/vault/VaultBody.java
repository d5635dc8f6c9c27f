package io.epochdesk.keys.vault;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is sealed: the keys one after the other, filled up with zeros. Layout: docs/vault.md. */
final class VaultBody {

    /** The most keys a vault holds. */
    static final int MOST_KEYS = 1_000;

    /** The length is a multiple of this, so that it says little about the number of keys. */
    static final int STEP = 1_024;

    private static final int FIXED = 1 + 1 + 4 + 8 + AccountPrivateKey.LENGTH + 4 * 2;

    private VaultBody() {}

    /** The body; the caller wipes it. */
    static byte[] write(List<StoredKey> keys) {
        int length = 2;
        for (StoredKey key : keys) {
            VaultKey facts = key.facts();
            length +=
                    FIXED
                            + utf8(facts.name()).length
                            + utf8(facts.network()).length
                            + utf8(facts.address()).length
                            + utf8(facts.file()).length;
        }
        byte[] body = new byte[(length + STEP - 1) / STEP * STEP];
        ByteBuffer out = ByteBuffer.wrap(body).putShort((short) keys.size());
        for (StoredKey key : keys) {
            VaultKey facts = key.facts();
            put(out, facts.name());
            put(out, facts.network());
            put(out, facts.address());
            put(out, facts.file());
            out.putInt(facts.keyIndex());
            out.putLong(facts.created().getEpochSecond());
            out.put((byte) key.secret().algorithm().code());
            out.put((byte) facts.hash().code());
            key.secret().lend(out::put);
        }
        return body;
    }

    /**
     * The keys of a body; the caller closes them.
     *
     * @throws FaultException when it is not what {@link #write} writes
     */
    static List<StoredKey> read(byte[] body, String place) {
        List<StoredKey> keys = new ArrayList<>();
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            int count = Short.toUnsignedInt(in.getShort());
            if (count > MOST_KEYS) {
                throw impossible(place);
            }
            for (int i = 0; i < count; i++) {
                keys.add(key(in));
            }
            while (in.hasRemaining()) {
                if (in.get() != 0) {
                    throw impossible(place);
                }
            }
            return keys;
        } catch (FaultException
                | BufferUnderflowException
                | CharacterCodingException
                | DateTimeException e) {
            keys.forEach(key -> key.secret().close());
            throw impossible(place);
        }
    }

    private static StoredKey key(ByteBuffer in) throws CharacterCodingException {
        String name = text(in);
        String network = text(in);
        String address = text(in);
        String file = text(in);
        int keyIndex = in.getInt();
        Instant created = Instant.ofEpochSecond(in.getLong());
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofCode(in.get());
        HashAlgorithm hash = HashAlgorithm.ofCode(in.get());
        byte[] raw = new byte[AccountPrivateKey.LENGTH];
        try {
            in.get(raw);
            AccountPrivateKey secret = AccountPrivateKey.of(algorithm, raw);
            return new StoredKey(
                    new VaultKey(
                            name,
                            network,
                            hash,
                            address,
                            keyIndex,
                            created,
                            file,
                            secret.publicKey()),
                    secret);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static void put(ByteBuffer out, String text) {
        byte[] bytes = utf8(text);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static String text(ByteBuffer in) throws CharacterCodingException {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return StandardCharsets.UTF_8.newDecoder().decode(slice).toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FaultException impossible(String place) {
        return VaultFault.of(
                VaultFault.Kind.DAMAGED,
                "",
                "file",
                place,
                "reason",
                "its content is none that a console writes");
    }
}
