package io.epochdesk.keys.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.Fault;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Words;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A corpus of wrong files: each has a code of its own kind and a sentence that names the file. */
class WrongFilesTest {

    @TempDir private Path folder = Path.of("");

    @FunctionalInterface
    private interface Spoiling {
        void spoil(BootstrapCopy copy) throws IOException;
    }

    private record Wrong(String what, String code, Spoiling how) {}

    private static final String P256_ORDER_BASE64 = "/////wAAAAD//////////7zm+q2nF56E87nKwvxjJVE=";

    private static final List<Wrong> CORPUS =
            List.of(
                    new Wrong("node-id empty", "FIL-703", c -> BootstrapCopy.put(c.nodeId(), "")),
                    new Wrong(
                            "node-id short",
                            "FIL-709",
                            c -> BootstrapCopy.put(c.nodeId(), BootstrapCopy.ID.substring(1))),
                    new Wrong(
                            "node-id with capitals and spaces inside",
                            "FIL-709",
                            c ->
                                    BootstrapCopy.put(
                                            c.nodeId(), BootstrapCopy.ID.replace("f70e", "F7 E"))),
                    new Wrong(
                            "node-id huge",
                            "FIL-702",
                            c -> BootstrapCopy.put(c.nodeId(), "a".repeat(1 << 20))),
                    new Wrong(
                            "node-id with two lines",
                            "FIL-709",
                            c ->
                                    BootstrapCopy.put(
                                            c.nodeId(),
                                            BootstrapCopy.ID + "\n" + BootstrapCopy.ID)),
                    new Wrong(
                            "node-id of another node",
                            "FIL-710",
                            c -> BootstrapCopy.put(c.nodeId(), "ab".repeat(32))),
                    new Wrong(
                            "node info of another node",
                            "FIL-710",
                            c -> BootstrapCopy.change(c.info(), BootstrapCopy.ID, "ab".repeat(32))),
                    new Wrong(
                            "node info with an unknown role",
                            "FIL-711",
                            c -> BootstrapCopy.change(c.info(), "\"collection\"", "\"miner\"")),
                    new Wrong(
                            "node info with stake and weight",
                            "FIL-712",
                            c ->
                                    BootstrapCopy.change(
                                            c.info(),
                                            "\"Weight\": 0",
                                            "\"Weight\": 5, \"Stake\": 6")),
                    new Wrong(
                            "node info with a negative weight",
                            "FIL-708",
                            c -> BootstrapCopy.change(c.info(), "\"Weight\": 0", "\"Weight\": -1")),
                    new Wrong(
                            "node info with a fractional weight",
                            "FIL-708",
                            c ->
                                    BootstrapCopy.change(
                                            c.info(), "\"Weight\": 0", "\"Weight\": 1.5")),
                    new Wrong(
                            "node info with a short proof",
                            "FIL-708",
                            c -> BootstrapCopy.change(c.info(), "b2b82ecf", "b2b8")),
                    new Wrong(
                            "node info with a short key",
                            "FIL-708",
                            c -> BootstrapCopy.change(c.info(), "92067dee", "92")),
                    new Wrong("account empty", "FIL-703", c -> BootstrapCopy.put(c.account(), "")),
                    new Wrong(
                            "account huge",
                            "FIL-702",
                            c -> BootstrapCopy.put(c.account(), " ".repeat(1 << 20))),
                    new Wrong(
                            "account cut short",
                            "FIL-704",
                            c ->
                                    BootstrapCopy.put(
                                            c.account(),
                                            BootstrapCopy.text(c.account()).substring(0, 90))),
                    new Wrong(
                            "account with text behind it",
                            "FIL-704",
                            c -> BootstrapCopy.change(c.account(), "\n}", "\n}\n{}")),
                    new Wrong(
                            "account a list", "FIL-704", c -> BootstrapCopy.put(c.account(), "[]")),
                    new Wrong(
                            "account nested without end",
                            "FIL-704",
                            c -> BootstrapCopy.put(c.account(), "{\"a\":" + "[".repeat(30_000))),
                    new Wrong(
                            "account with a byte order mark",
                            "FIL-705",
                            c ->
                                    BootstrapCopy.put(
                                            c.account(),
                                            "\ufeff" + BootstrapCopy.text(c.account()))),
                    new Wrong(
                            "account in UTF-16",
                            "FIL-704",
                            c ->
                                    Files.write(
                                            c.account(),
                                            BootstrapCopy.text(c.account())
                                                    .getBytes(StandardCharsets.UTF_16LE))),
                    new Wrong(
                            "account without a key",
                            "FIL-706",
                            c -> BootstrapCopy.change(c.account(), "Encoded", "Other")),
                    new Wrong(
                            "account with a field twice",
                            "FIL-707",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(), "\n}", ",\n  \"KeyIndex\": 1\n}")),
                    new Wrong(
                            "account with a field twice in other case",
                            "FIL-707",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(), "\n}", ",\n  \"keyindex\": 1\n}")),
                    new Wrong(
                            "account with an address of one character",
                            "FIL-713",
                            c -> BootstrapCopy.change(c.account(), "0x179b6b1cb6755e31", "1")),
                    new Wrong(
                            "account with an empty address",
                            "FIL-713",
                            c -> BootstrapCopy.change(c.account(), "0x179b6b1cb6755e31", "")),
                    new Wrong(
                            "account with a null address",
                            "FIL-708",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(), "\"0x179b6b1cb6755e31\"", "null")),
                    new Wrong(
                            "account with a key that is no base64",
                            "FIL-714",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(),
                                            BootstrapCopy.PRIVATE_KEY_BASE64,
                                            "#".repeat(44))),
                    new Wrong(
                            "account with a short key",
                            "KEY-504",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(), BootstrapCopy.PRIVATE_KEY_BASE64, "GhI+")),
                    new Wrong(
                            "account with the key zero",
                            "KEY-505",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(),
                                            BootstrapCopy.PRIVATE_KEY_BASE64,
                                            "A".repeat(43) + "=")),
                    new Wrong(
                            "account with a key that is the order",
                            "KEY-506",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(),
                                            BootstrapCopy.PRIVATE_KEY_BASE64,
                                            P256_ORDER_BASE64)),
                    new Wrong(
                            "account with a BLS algorithm",
                            "KEY-509",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(),
                                            "\"SigningAlgorithm\": 2",
                                            "\"SigningAlgorithm\": 1")),
                    new Wrong(
                            "account with an unknown algorithm",
                            "KEY-507",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(),
                                            "\"SigningAlgorithm\": 2",
                                            "\"SigningAlgorithm\": 9")),
                    new Wrong(
                            "account with an unknown hash",
                            "KEY-508",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(),
                                            "\"HashAlgorithm\": 3",
                                            "\"HashAlgorithm\": 0")),
                    new Wrong(
                            "account with an index that is text",
                            "FIL-708",
                            c ->
                                    BootstrapCopy.change(
                                            c.account(), "\"KeyIndex\": 0", "\"KeyIndex\": \"0\"")),
                    new Wrong(
                            "key file with another key",
                            "FIL-715",
                            c -> BootstrapCopy.change(c.key(), "1a123e4b", "2a123e4b")),
                    new Wrong(
                            "key file with base64",
                            "FIL-714",
                            c ->
                                    BootstrapCopy.change(
                                            c.key(),
                                            BootstrapCopy.PRIVATE_KEY,
                                            BootstrapCopy.PRIVATE_KEY_BASE64)),
                    new Wrong(
                            "key file with the key zero",
                            "KEY-505",
                            c ->
                                    BootstrapCopy.change(
                                            c.key(), BootstrapCopy.PRIVATE_KEY, "0".repeat(64))),
                    new Wrong(
                            "key file a folder",
                            "",
                            c -> {
                                Files.delete(c.key());
                                Files.createDirectory(c.key());
                            }),
                    new Wrong(
                            "key file a link to a secret of the node",
                            "FIL-723",
                            c -> {
                                Files.delete(c.key());
                                Files.createSymbolicLink(c.key(), Path.of("secretsdb-key"));
                            }),
                    new Wrong(
                            "key file a link to nowhere",
                            "FIL-720",
                            c -> {
                                Files.delete(c.key());
                                Files.createSymbolicLink(c.key(), Path.of("nowhere"));
                            }));

    /** Wrong in the same way, so told in the same words. */
    private static final List<Set<String>> ALIKE =
            List.of(
                    Set.of(
                            "node info with a negative weight",
                            "node info with a fractional weight"),
                    Set.of(
                            "account with a field twice",
                            "account with a field twice in other case"),
                    // each beneath the name of its file
                    Set.of("account with the key zero", "key file with the key zero"));

    @TestFactory
    Stream<DynamicTest> everyWrongFileIsToldInItsOwnWords() {
        return CORPUS.stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.what(), () -> require(wrong)));
    }

    /** What is wrong can be told from the sentence alone. */
    @Test
    void noTwoWrongFilesAreToldAlike() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        for (Wrong wrong : CORPUS) {
            BootstrapCopy copy = BootstrapCopy.in(folder.resolve(wrong.what()));
            wrong.how().spoil(copy);
            try (BootstrapFindings found = new BootstrapFolder().look(copy.folder())) {
                for (FoundFile file : found.files()) {
                    Fault fault = file.fault();
                    if (fault != null) {
                        String sentence = FaultText.of(new Words(Locale.ENGLISH), fault).sentence();
                        told.computeIfAbsent(sentence, _ -> new TreeSet<>()).add(wrong.what());
                    }
                }
            }
        }
        assertThat(told).hasSizeGreaterThan(30);
        assertThat(told.values())
                .filteredOn(alike -> alike.size() > 1)
                .containsExactlyInAnyOrderElementsOf(ALIKE);
    }

    private void require(Wrong wrong) throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder.resolve(wrong.what()));
        wrong.how().spoil(copy);
        try (BootstrapFindings found = new BootstrapFolder().look(copy.folder())) {
            Set<String> codes = new TreeSet<>();
            for (FoundFile file : found.files()) {
                Fault fault = file.fault();
                if (fault != null) {
                    codes.add(fault.code());
                    FaultText text = FaultText.of(new Words(Locale.ENGLISH), fault);
                    assertThat(text.sentence() + text.advice()).doesNotContainPattern("\\{\\w+}");
                    assertThat(text.sentence() + text.advice() + fault)
                            .doesNotContain(BootstrapCopy.PRIVATE_KEY.substring(8, 40))
                            .doesNotContain(BootstrapCopy.PRIVATE_KEY_BASE64.substring(8, 30));
                }
            }
            if (wrong.code().isEmpty()) {
                assertThat(codes).isEmpty();
            } else {
                assertThat(codes).containsExactly(wrong.code());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOddFileIsReadAndNoted() {
        Map<FileNote, Spoiling> odd =
                Map.of(
                        FileNote.CARRIAGE_RETURNS,
                        c -> BootstrapCopy.change(c.account(), "\n", "\r\n"),
                        FileNote.OTHER_CASE,
                        c -> BootstrapCopy.change(c.account(), "KeyIndex", "keyINDEX"),
                        FileNote.UNKNOWN_FIELDS,
                        c -> BootstrapCopy.change(c.account(), "\n}", ", \"x\": 1}"),
                        FileNote.NOT_STANDARD,
                        c ->
                                BootstrapCopy.change(
                                        c.account(), "\"KeyIndex\": 0", "\"KeyIndex\": 1"),
                        FileNote.CALLED_STAKE,
                        c -> BootstrapCopy.change(c.info(), "\"Weight\"", "\"Stake\""),
                        FileNote.BASE64_PROOF,
                        c ->
                                BootstrapCopy.put(
                                        c.info(),
                                        BootstrapCopy.text(c.info())
                                                .replaceFirst(
                                                        "\"StakingPoP\": \"[0-9a-f]{96}\"",
                                                        "\"StakingPoP\": \""
                                                                + "A".repeat(64)
                                                                + "\"")));
        List<DynamicTest> tests = new ArrayList<>();
        odd.forEach(
                (note, how) ->
                        tests.add(
                                DynamicTest.dynamicTest(
                                        note.name(),
                                        () -> {
                                            BootstrapCopy copy =
                                                    BootstrapCopy.in(folder.resolve(note.name()));
                                            how.spoil(copy);
                                            try (BootstrapFindings found =
                                                    new BootstrapFolder().look(copy.folder())) {
                                                assertThat(found.files())
                                                        .allMatch(file -> file.fault() == null)
                                                        .anyMatch(
                                                                file ->
                                                                        file.notes()
                                                                                .contains(note));
                                            }
                                        })));
        return tests.stream();
    }
}
