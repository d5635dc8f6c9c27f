package io.epochdesk.dkg;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

final class ContentParserTest {

    private static final String GOOD =
            "{\"Data\":\"AgU=\",\"DKGInstanceID\":\"dkg-flow-emulator-1\",\"Signature\":\"qg==\"}";

    @Example
    void readsWhatTheProtocolsOwnLibraryWrote() throws IOException {
        for (JsonNode message : transcript("dkg-complaints").path("whiteboard")) {
            DkgContent content = requireNonNull(parse(message.path("content").asText()));

            assertThat(content.instanceId()).isEqualTo("dkg-flow-emulator-1");
            switch (message.path("kind").asText()) {
                case "verificationVector" -> {
                    assertThat(content.kind()).isEqualTo(MessageKind.VERIFICATION_VECTOR);
                    assertThat(content.dataSize()).isEqualTo(1 + 96 * 5);
                }
                case "complaint" ->
                        assertThat(content)
                                .isEqualTo(
                                        new DkgContent(
                                                MessageKind.COMPLAINT,
                                                0,
                                                2,
                                                "dkg-flow-emulator-1"));
                default -> {
                    assertThat(content.kind()).isEqualTo(MessageKind.COMPLAINT_ANSWER);
                    assertThat(content.dataSize()).isEqualTo(34);
                }
            }
        }
    }

    @Example
    void isAsLiberalAsGosDecoder() {
        DkgContent expected = new DkgContent(MessageKind.COMPLAINT, 5, 2, "dkg-flow-emulator-1");
        List<String> alike =
                List.of(
                        GOOD,
                        " \n" + GOOD + "\t ",
                        GOOD.replace("Data", "dATA").replace("DKGInstanceID", "dkginstanceid"),
                        GOOD.replace("AgU=", "A\\u0067U\\u003d"),
                        GOOD.replace("AgU=", "Ag\\nU="),
                        GOOD.replace(
                                "{",
                                "{\"more\":[1,-2.5e3,{\"a\":null,\"b\":[true,false]},\"\\\"\"],"),
                        GOOD.replace("{", "{\"Data\":\"AQ==\","),
                        "{\"Signature\":\"\",\"DKGInstanceID\":\"dkg-flow-emulator\\u002d1\",\"Data\":\"AgU=\"}");

        assertThat(alike).allSatisfy(content -> assertThat(parse(content)).isEqualTo(expected));
    }

    @Example
    void callsEverythingElseUnparsable() {
        List<String> nonsense =
                List.of(
                        "",
                        "hello",
                        "{}",
                        "null",
                        "[" + GOOD + "]",
                        GOOD + "x",
                        GOOD.substring(0, GOOD.length() - 1),
                        GOOD.replace("AgU=", "AgU"),
                        GOOD.replace("AgU=", "A=gU"),
                        GOOD.replace("AgU=", "Ag*="),
                        GOOD.replace("\"AgU=\"", "7"),
                        GOOD.replace("\"qg==\"", "null"),
                        GOOD.replace("\"dkg-flow-emulator-1\"", "1"),
                        GOOD.replace("dkg-", "dkg\n"),
                        GOOD.replace("dkg-", "dkg\\x"),
                        GOOD.replace("dkg-", "dkg\\u12"),
                        GOOD.replace("AgU=", "Ag\nU="),
                        GOOD.replace("qg==", "qg\r\n=="),
                        GOOD.replace(",\"Signature\":\"qg==\"", ""),
                        GOOD.replace("{", "{\"more\":01,"),
                        GOOD.replace("{", "{\"more\":tru,"),
                        GOOD.replace("{", "{\"deep\":" + "[".repeat(100_000)),
                        GOOD.replace(",", ",,"));

        assertThat(nonsense).allSatisfy(content -> assertThat(parse(content)).isNull());
    }

    @Example
    void knowsTheKindsByTheFirstByte() {
        assertThat(kindOf(new byte[] {0})).isEqualTo(MessageKind.PRIVATE_SHARE);
        assertThat(kindOf(new byte[] {1})).isEqualTo(MessageKind.VERIFICATION_VECTOR);
        assertThat(kindOf(new byte[] {2})).isEqualTo(MessageKind.COMPLAINT);
        assertThat(kindOf(new byte[] {3})).isEqualTo(MessageKind.COMPLAINT_ANSWER);
        assertThat(kindOf(new byte[] {4})).isEqualTo(MessageKind.UNKNOWN);
        assertThat(kindOf(new byte[] {(byte) 200})).isEqualTo(MessageKind.UNKNOWN);
        assertThat(kindOf(new byte[0])).isEqualTo(MessageKind.UNKNOWN);
    }

    @Property(tries = 2_000)
    void neverThrowsWhateverIsPosted(@ForAll String content) {
        parse(content);
    }

    @Property(tries = 5_000)
    void agreesWithAnotherParserOnDamagedContents(@ForAll("damaged") String content) {
        assertThat(parse(content) != null).as(content).isEqualTo(isContent(content));
    }

    @Property(tries = 1_000)
    void measuresBase64AsItDecodes(@ForAll byte[] data) {
        String text = Base64.getEncoder().encodeToString(data);

        Base64Measure expected =
                new Base64Measure(
                        data.length,
                        data.length > 0 ? data[0] & 0xff : -1,
                        data.length > 1 ? data[1] & 0xff : -1,
                        text.length());

        assertThat(Base64Measure.upToQuote(utf8("xx" + text + "\"yy"), 2)).isEqualTo(expected);
        assertThat(Base64Measure.of(text)).isEqualTo(expected);
    }

    /** A good content with a few characters changed, dropped or doubled. */
    @Provide
    Arbitrary<String> damaged() {
        return Arbitraries.longs()
                .map(
                        seed -> {
                            Random random = new Random(seed);
                            StringBuilder content = new StringBuilder(GOOD);
                            String alphabet = "{}[]\",:\\=AgU \t\u0001un1e-.";
                            for (int i = random.nextInt(3); i >= 0; i--) {
                                int at = random.nextInt(content.length());
                                char other = alphabet.charAt(random.nextInt(alphabet.length()));
                                switch (random.nextInt(3)) {
                                    case 0 -> content.setCharAt(at, other);
                                    case 1 -> content.insert(at, other);
                                    default -> content.deleteCharAt(at);
                                }
                            }
                            return content.toString();
                        });
    }

    private static boolean isContent(String content) {
        try {
            JsonNode root =
                    new ObjectMapper()
                            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readTree(content);
            return isBase64(field(root, "Data"))
                    && isBase64(field(root, "Signature"))
                    && field(root, "DKGInstanceID") != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable String field(JsonNode root, String name) {
        String found = null;
        for (var entry : root.properties()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                found = entry.getValue().textValue();
                if (found == null) {
                    return null;
                }
            }
        }
        return found;
    }

    private static boolean isBase64(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            String plain = text.replace("\r", "").replace("\n", "");
            Base64.getDecoder().decode(plain);
            return plain.length() % 4 == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable DkgContent parse(String content) {
        return ContentParser.parse(utf8(content));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageKind kindOf(byte[] data) {
        return requireNonNull(parse(SampleWhiteboard.content(data, "dkg-x-1", new byte[48])))
                .kind();
    }

    private static JsonNode transcript(String name) throws IOException {
        try (InputStream file =
                ContentParserTest.class.getResourceAsStream(
                        "/io/epochdesk/emulator/" + name + ".json")) {
            return new ObjectMapper().readTree(requireNonNull(file));
        }
    }

    /**
     * Anybody in the committee may post 1.5 MB of escaped strings. Each once reserved room for all
     * the rest of the content, which took minutes; read in one pass it takes milliseconds.
     */
    @Test
    @Timeout(10)
    void manyEscapedStringsAreReadInOnePass() {
        String content = "{" + "\"\\n\":0,".repeat(180_000) + "\"Data\":\"AQ==\"";
        assertThat(parse(content)).isNull();
    }
}
