package io.epochdesk.bls;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The content of a whiteboard message, as flow-go writes it: JSON with {@code Data} and {@code
 * Signature} in base64 and {@code DKGInstanceID} (flow-go {@code model/messages/dkg.go}). The
 * sender signs the RLP list of data and instance with its staking key ({@code
 * module/dkg/broker.go}).
 */
public final class BoardContent {

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] data;
    private final String instanceId;
    private final byte[] signature;

    /**
     * Content of any kind, right or wrong.
     *
     * @param data the kind byte and what follows, see {@link DkgData}
     * @param instanceId the run it claims to belong to
     * @param signature 48 bytes, if it is one
     */
    public BoardContent(byte[] data, String instanceId, byte[] signature) {
        this.data = data.clone();
        this.instanceId = instanceId;
        this.signature = signature.clone();
    }

    /** Content as an honest node makes it. */
    public static BoardContent signed(byte[] data, String instanceId, BlsSecretKey stakingKey) {
        BlsSignature signature = stakingKey.sign(signed(data, instanceId), DomainTag.DKG_MESSAGE);
        return new BoardContent(data, instanceId, signature.encoded());
    }

    /**
     * Reads content as Go's decoder does: names without regard to case, the last of equal names
     * wins, unknown fields are skipped, missing ones are empty. Empty when it is no such JSON.
     */
    public static Optional<BoardContent> parse(String content) {
        try (JsonParser parser = JSON.createParser(content)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            byte[] data = {};
            byte[] signature = {};
            String instanceId = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equalsIgnoreCase("Data")) {
                    data = base64(parser);
                } else if (name.equalsIgnoreCase("Signature")) {
                    signature = base64(parser);
                } else if (name.equalsIgnoreCase("DKGInstanceID")) {
                    instanceId = text(parser, instanceId);
                } else if (token.isStructStart()) {
                    parser.skipChildren();
                }
            }
            return parser.nextToken() == null
                    ? Optional.of(new BoardContent(data, instanceId, signature))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String text(JsonParser parser, String before) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            // to Go's decoder null is no value at all
            case VALUE_NULL -> before;
            default -> throw new IllegalArgumentException("not a text");
        };
    }

    private static byte[] base64(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return new byte[0];
        }
        String text = text(parser, "").replace("\n", "").replace("\r", "");
        if (text.length() % 4 != 0) {
            throw new IllegalArgumentException("padding is missing");
        }
        return Base64.getDecoder().decode(text);
    }

    /** The JSON a node would post. */
    public String json() {
        Base64.Encoder base64 = Base64.getEncoder();
        return "{\"Data\":\""
                + base64.encodeToString(data)
                + "\",\"DKGInstanceID\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(instanceId))
                + "\",\"Signature\":\""
                + base64.encodeToString(signature)
                + "\"}";
    }

    /** The kind byte and what follows: a copy. */
    public byte[] data() {
        return data.clone();
    }

    /** The run it claims to belong to. */
    public String instanceId() {
        return instanceId;
    }

    /** Whether the owner of this staking key signed it. */
    public boolean isSignedBy(BlsPublicKey stakingKey) {
        try {
            return stakingKey.verifies(
                    BlsSignature.decode(signature),
                    signed(data, instanceId),
                    DomainTag.DKG_MESSAGE);
        } catch (BadEncodingException _) {
            return false;
        }
    }

    private static byte[] signed(byte[] data, String instanceId) {
        return Rlp.list(data, instanceId.getBytes(StandardCharsets.UTF_8));
    }
}
