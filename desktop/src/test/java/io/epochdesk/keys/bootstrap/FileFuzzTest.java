package io.epochdesk.keys.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.fault.FaultException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;

/** Whatever a file holds, it is read or told: nothing else is ever thrown. */
class FileFuzzTest {

    @Property(tries = 2_000)
    void anyTextIsReadOrTold(@ForAll("texts") String text) {
        readAll(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 2_000)
    void anyBytesAreReadOrTold(@ForAll byte[] text) {
        readAll(text);
    }

    /** Jackson is the judge of what is JSON; a name must come from the same place in both. */
    @Property(tries = 2_000)
    void takesForJsonWhatJacksonDoes(@ForAll("texts") String text) {
        boolean ours = isObject(text.getBytes(StandardCharsets.UTF_8));
        boolean theirs;
        try {
            theirs =
                    new ObjectMapper()
                            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .configure(JsonParser.Feature.ALLOW_COMMENTS, false)
                            .readTree(text)
                            .isObject();
        } catch (IOException e) {
            theirs = false;
        }
        assertThat(ours).as(text).isEqualTo(theirs);
    }

    @Test
    void aTenThousandSpoiledFilesAreReadOrTold() throws IOException {
        spoil(10_000);
    }

    @Tag("soak")
    @Test
    void tenMillionSpoiledFilesAreReadOrTold() throws IOException {
        spoil(10_000_000);
    }

    private static void spoil(int times) throws IOException {
        BootstrapCopy original = new BootstrapCopy(BootstrapCopy.original("collection"));
        List<byte[]> files =
                List.of(
                        Files.readAllBytes(original.nodeId()),
                        Files.readAllBytes(original.info()),
                        Files.readAllBytes(original.key()),
                        Files.readAllBytes(original.account()));
        Random random = new Random(11);
        for (int i = 0; i < times; i++) {
            byte[] text = files.get(random.nextInt(files.size())).clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                text[random.nextInt(text.length)] =
                        (byte)
                                (random.nextBoolean()
                                        ? "{}[]\",:0129aAfF\\ \n".charAt(random.nextInt(18))
                                        : random.nextInt(256));
            }
            readAll(text);
        }
    }

    private static void readAll(byte[] text) {
        told(() -> NodeId.read("f", text));
        told(() -> PublicNodeInfo.read(new NodeFile("f", text)));
        told(() -> MachineAccountKey.read(new NodeFile("f", text)).close());
        told(
                () -> {
                    try (MachineAccountInfo read =
                            MachineAccountInfo.read(new NodeFile("f", text))) {
                        MachineAccountInfo again =
                                MachineAccountInfo.read(new NodeFile("f", read.bytes()));
                        assertThat(again.key().publicKey()).isEqualTo(read.key().publicKey());
                        assertThat(again.bytes()).isEqualTo(read.bytes());
                        again.close();
                    }
                });
        told(() -> FlowPortKey.read(new String(text, StandardCharsets.ISO_8859_1)));
    }

    private static void told(Runnable reading) {
        try {
            reading.run();
        } catch (FaultException e) {
            assertThat(e.fault().code()).matches("(FIL|KEY)-\\d{3}");
        }
    }

    private static boolean isObject(byte[] text) {
        try {
            JsonMembers.of("f", text);
            return true;
        } catch (FaultException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"",
                        "\"a\"",
                        "\"b\":",
                        "1",
                        "0",
                        "-",
                        "1.5",
                        "e9",
                        "true",
                        "null",
                        "fals",
                        "\\",
                        "\\u00e9",
                        " ",
                        "\n",
                        "é",
                        "{\"a\":1}",
                        "{\"b\":[",
                        "\"\\n\"",
                        "\t",
                        "01")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
