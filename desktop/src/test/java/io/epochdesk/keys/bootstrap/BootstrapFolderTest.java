package io.epochdesk.keys.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What the protocol's bootstrap tool wrote, read and written back. */
class BootstrapFolderTest {

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "collection, f70e8fbf5e6f7e3ee6a76be60a384108dae0542a8cb327f5c82b3e7be33648e5,"
                + " 179b6b1cb6755e31, true,"
                + " 1a123e4b9d24ee43b1407c85646d43210ff0352005e5b01e173c4d0b215784c8",
        "consensus, 57dd792521b42b5a7c0f9c772c8ae3504eb45702a30e026df35109ef9e1c0896,"
                + " f3fcd2c1a78f5eee, false,"
                + " 35311f22cdc406a3e0798eb13a66f101bfdae12d3276ebd5edbc1ca2a5302f0a"
    })
    void readsAndRewritesTheToolsFilesToTheByte(
            String role, String id, String address, boolean prefixed, String secret)
            throws IOException {
        Path original = BootstrapCopy.original(role);
        try (BootstrapFindings found = new BootstrapFolder().look(original)) {
            assertThat(found.files()).allMatch(file -> file.fault() == null);
            assertThat(found.nodes()).hasSize(1);
            FoundNode node = found.nodes().getFirst();
            assertThat(found.isSound(node)).isTrue();
            assertThat(node.nodeId()).isEqualTo(id);
            PublicNodeInfo info = requireNonNull(node.info());
            AccountPrivateKey key = requireNonNull(node.key());
            assertThat(info.role()).isEqualTo(role);
            assertThat(info.address()).isEqualTo(role + "-1.nodes.example.com:3569");
            MachineAccountInfo account = requireNonNull(node.account());
            assertThat(account.address()).isEqualTo(address);
            assertThat(account.prefixed()).isEqualTo(prefixed);
            assertThat(account.keyIndex()).isZero();
            assertThat(account.hash()).isEqualTo(HashAlgorithm.SHA3_256);
            assertThat(account.key().algorithm()).isEqualTo(SignatureAlgorithm.ECDSA_P256);
            assertThat(account.key().<String>lend(raw -> HexFormat.of().formatHex(raw)))
                    .isEqualTo(secret);
            assertThat(key.publicKey()).isEqualTo(account.key().publicKey());

            BootstrapCopy files = new BootstrapCopy(original);
            Path own = original.resolve("private-root-information/private-node-info_" + id);
            assertThat(account.bytes())
                    .isEqualTo(
                            Files.readAllBytes(own.resolve("node-machine-account-info.priv.json")));
            assertThat(MachineAccountKey.bytes(key))
                    .isEqualTo(
                            Files.readAllBytes(own.resolve("node-machine-account-key.priv.json")));
            assertThat(info.bytes())
                    .isEqualTo(
                            Files.readAllBytes(
                                    files.folder()
                                            .resolve("public-root-information")
                                            .resolve("node-info.pub." + id + ".json")));
        }
    }

    @Test
    void neverOpensWhatIsNoneOfItsBusiness() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder);
        BootstrapCopy.put(copy.ofNode().resolve("random-beacon.priv.json"), "{}");
        BootstrapCopy.put(copy.ofNode().resolve("id_rsa"), "x");
        List<String> opened = new ArrayList<>();
        NodeFiles recording =
                new NodeFiles() {
                    @Override
                    byte[] read(Path path, String name) {
                        opened.add(path.getFileName().toString());
                        return super.read(path, name);
                    }
                };
        try (BootstrapFindings found = new BootstrapFolder(recording).look(folder)) {
            assertThat(opened)
                    .containsExactlyInAnyOrder(
                            "node-id",
                            "node-info.pub." + BootstrapCopy.ID + ".json",
                            "node-machine-account-key.priv.json",
                            "node-machine-account-info.priv.json");
            assertThat(found.files())
                    .extracting(FoundFile::kind)
                    .contains(
                            FileKind.RANDOM_BEACON,
                            FileKind.SECRETS_DATABASE,
                            FileKind.NODE_KEYS,
                            FileKind.OTHER);
        }
    }

    @Test
    void saysWhichSecretsOthersCanRead() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder);
        Files.setPosixFilePermissions(copy.key(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(copy.account(), PosixFilePermissions.fromString("rw-------"));
        try (BootstrapFindings found = new BootstrapFolder().look(folder)) {
            assertThat(found.files())
                    .filteredOn(file -> file.notes().contains(FileNote.OPEN_TO_OTHERS))
                    .extracting(FoundFile::kind)
                    .containsExactly(FileKind.MACHINE_ACCOUNT_KEY);
        }
    }

    @Test
    void findsTheFolderBelowTheOneGiven() throws IOException {
        BootstrapCopy.in(folder.resolve("bootstrap"));
        try (BootstrapFindings found = new BootstrapFolder().look(folder)) {
            assertThat(found.nodes()).hasSize(1);
        }
    }

    @Test
    void findsTheFolderAboveTheOneGiven() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder);
        for (Path inside :
                List.of(
                        copy.ofNode(),
                        folder.resolve("private-root-information"),
                        folder.resolve("public-root-information"))) {
            try (BootstrapFindings found = new BootstrapFolder().look(inside)) {
                assertThat(found.nodes()).hasSize(1);
                assertThat(found.nodes().getFirst().info()).isNotNull();
            }
        }
    }

    @Test
    void saysWhereNothingOfANodeIs() {
        assertThatThrownBy(() -> new BootstrapFolder().look(folder))
                .hasMessageStartingWith("FIL-716");
        assertThatThrownBy(() -> new BootstrapFolder().look(folder.resolve("none")))
                .hasMessageStartingWith("FIL-716");
    }

    @Test
    void keepsUnknownFieldsWhenItWritesAgain() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder);
        BootstrapCopy.change(
                copy.account(),
                "\n}",
                ",\n  \"Comment\": \"kept \\\"as is\\\"\",\n  \"More\": {\"a\": [1, null]}\n}");
        byte[] before = Files.readAllBytes(copy.account());
        try (BootstrapFindings found = new BootstrapFolder().look(folder)) {
            assertThat(requireNonNull(found.nodes().getFirst().account()).bytes())
                    .isEqualTo(before);
            assertThat(found.files())
                    .filteredOn(file -> file.notes().contains(FileNote.UNKNOWN_FIELDS))
                    .hasSize(1);
        }
    }

    @Test
    void writesForItsOwnerOnlyAndOverNothingUnasked() throws IOException {
        Path file = folder.resolve("out.json");
        NodeFiles files = new NodeFiles();
        files.write(file, new byte[] {1}, false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> files.write(file, new byte[] {2}, false))
                .hasMessageStartingWith("FIL-717");
        assertThat(Files.readAllBytes(file)).containsExactly(1);
        files.write(file, new byte[] {3}, true);
        assertThat(Files.readAllBytes(file)).containsExactly(3);
        assertThatThrownBy(() -> files.write(folder.resolve("gone/x"), new byte[1], false))
                .hasMessageStartingWith("FIL-718");
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    /** Written by a Python library for RLP, for keys that another library derived. */
    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256, SHA3_256, 1000, f847b840"
                + "545d187027c229ccc720472a2245af8eb50a9fc301f6327d7183ee7a2eb93145"
                + "5618a0ab835bcbdad03c02a2edb64c92a3b2b0d384ea43894615d3e81e527bb9"
                + "02038203e8",
        "ECDSA_SECP256K1, SHA2_256, 500, f847b840"
                + "5cbdf0646e5db4eaa398f365f2ea7a0e3d419b7e0330e39ce92bddedcac4f9bc"
                + "6aebca40ba255960a3178d6d861a54dba813d0b813fde7b5a5082628087264da"
                + "03018201f4"
    })
    void writesRlpAsOthersDo(
            SignatureAlgorithm signature, HashAlgorithm hash, int weight, String line) {
        FlowPortKey read = FlowPortKey.read(line);
        assertThat(read.key().algorithm()).isEqualTo(signature);
        assertThat(read.hash()).isEqualTo(hash);
        assertThat(read.weight()).isEqualTo(weight);
        assertThat(new FlowPortKey(read.key(), hash, weight, true).line()).isEqualTo(line);
    }

    @Test
    void readsAndPrintsTheLineForFlowPort() {
        try (BootstrapFindings found =
                new BootstrapFolder().look(BootstrapCopy.original("collection"))) {
            AccountPublicKey key = requireNonNull(found.nodes().getFirst().key()).publicKey();
            String digits = key.hex();
            String line = "f847b840" + digits + "02038203e8";
            FlowPortKey read = FlowPortKey.read(" 0x" + line + "\r\n");
            assertThat(read.key()).isEqualTo(key);
            assertThat(read.weight()).isEqualTo(1_000);
            assertThat(read.wasList()).isTrue();
            assertThat(read.line()).isEqualTo(line);
            assertThat(FlowPortKey.read(digits).wasList()).isFalse();
            assertThat(FlowPortKey.read(digits).line()).isEqualTo(line);
            for (String wrong :
                    List.of("", "zz", line + "00", line.substring(2), "f9" + line.substring(2))) {
                assertThatThrownBy(() -> FlowPortKey.read(wrong)).hasMessageStartingWith("FIL-719");
            }
            assertThatThrownBy(() -> FlowPortKey.read(line.replace("02038203e8", "01038203e8")))
                    .hasMessageStartingWith("KEY-509");
            assertThatThrownBy(() -> FlowPortKey.read(line.replace("02038203e8", "02038103e8")))
                    .hasMessageStartingWith("FIL-719");
        }
    }
}
