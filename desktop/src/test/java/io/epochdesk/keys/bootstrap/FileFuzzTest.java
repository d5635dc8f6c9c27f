package io.epochdesk.keys.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.Spoiled;

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
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;

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
    void spoiledFilesAreReadOrTold() throws IOException {
        spoil(4_000);
    }

    @Tag("soak")
    @Test
    void tenMillionSpoiledFilesOfEachKindAreReadOrTold() throws IOException {
        spoil(10_000_000);
    }

    private static void spoil(int times) throws IOException {
        BootstrapCopy original = new BootstrapCopy(BootstrapCopy.original("collection"));
        each(times, 11, original.nodeId(), text -> NodeId.read("f", text));
        each(
                times,
                12,
                original.info(),
                text -> {
                    PublicNodeInfo info = PublicNodeInfo.read(new NodeFile("f", text));
                    assertThat(PublicNodeInfo.read(new NodeFile("f", info.bytes())))
                            .isEqualTo(info);
                });
        each(
                times,
                13,
                original.key(),
                text -> MachineAccountKey.read(new NodeFile("f", text)).close());
        each(times, 14, original.account(), FileFuzzTest::readAndWriteAccount);
        try (BootstrapFindings found = new BootstrapFolder().look(original.folder())) {
            OfferedKey key = found.nodes().getFirst().offer().orElseThrow();
            String line =
                    new FlowPortKey(
                                    key.key().publicKey(),
                                    key.hash(),
                                    FlowPortKey.FULL_WEIGHT,
                                    true)
                            .line();
            each(
                    times,
                    15,
                    line.getBytes(StandardCharsets.US_ASCII),
                    text -> {
                        FlowPortKey read =
                                FlowPortKey.read(new String(text, StandardCharsets.ISO_8859_1));
                        assertThat(FlowPortKey.read(read.line()).key()).isEqualTo(read.key());
                    });
        }
    }

    private static void each(int times, long seed, Path original, Consumer<byte[]> reading)
            throws IOException {
        each(times, seed, Files.readAllBytes(original), reading);
    }

    private static void each(int times, long seed, byte[] original, Consumer<byte[]> reading) {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            byte[] text = Spoiled.of(original, random);
            told(() -> reading.accept(text));
        }
    }

    private static void readAndWriteAccount(byte[] text) {
        try (MachineAccountInfo read = MachineAccountInfo.read(new NodeFile("f", text));
                MachineAccountInfo again =
                        MachineAccountInfo.read(new NodeFile("f", read.bytes()))) {
            assertThat(again.key().publicKey()).isEqualTo(read.key().publicKey());
            assertThat(again.bytes()).isEqualTo(read.bytes());
        }
    }

    private static void readAll(byte[] text) {
        told(() -> NodeId.read("f", text));
        told(() -> PublicNodeInfo.read(new NodeFile("f", text)));
        told(() -> MachineAccountKey.read(new NodeFile("f", text)).close());
        told(() -> readAndWriteAccount(text));
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
