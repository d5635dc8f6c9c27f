package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class KeysCommandTest {

    private static final String PASSWORD = "correct horse";
    private static final String BACKUP_PASSWORD = "battery staple";
    private static final String NODE =
            "f70e8fbf5e6f7e3ee6a76be60a384108dae0542a8cb327f5c82b3e7be33648e5";
    private static final String PRIVATE_KEY =
            "1a123e4b9d24ee43b1407c85646d43210ff0352005e5b01e173c4d0b215784c8";

    @TempDir private Path folder = Path.of("");

    private final Deque<String> typed = new ArrayDeque<>();
    private final List<char[]> given = new ArrayList<>();
    private String out = "";
    private String err = "";

    @Test
    void makesAVaultWithTheFirstKeyAndListsIt() throws JsonProcessingException {
        assertThat(run(List.of(PASSWORD, PASSWORD), "make", "one", "--network", "testnet"))
                .isZero();
        assertThat(out).contains("There is no vault yet").contains("one: flow-testnet");
        assertThat(
                        run(
                                List.of(PASSWORD),
                                "make",
                                "two",
                                "--network",
                                "emulator",
                                "--signature",
                                "ECDSA_SECP256K1",
                                "--hash",
                                "SHA2_256"))
                .isZero();
        assertThat(run(List.of(PASSWORD), "list", "--json")).isZero();
        JsonNode keys = new ObjectMapper().readTree(out);
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0).get("network").textValue()).isEqualTo("flow-testnet");
        assertThat(keys.get(0).get("flowPort").textValue())
                .isEqualTo("f847b840" + keys.get(0).get("publicKey").textValue() + "02038203e8");
        assertThat(keys.get(1).get("signatureAlgorithm").textValue()).isEqualTo("ECDSA_SECP256K1");
        assertThat(keys.get(1).get("flowPort").textValue()).endsWith("03018203e8");
    }

    @Test
    void wipesEveryPasswordItWasGiven() {
        run(List.of(PASSWORD, PASSWORD), "make", "one", "--network", "testnet");
        run(List.of(PASSWORD), "list");
        run(List.of("wrong password"), "list");
        assertThat(given).hasSize(4).allSatisfy(one -> assertThat(one).containsOnly('\0'));
    }

    @Test
    void tellsAWrongPasswordAndChangesNothing() {
        run(List.of(PASSWORD, PASSWORD), "make", "one", "--network", "testnet");
        assertThat(run(List.of("wrong password"), "list")).isEqualTo(2);
        assertThat(err).startsWith("VLT-606");
        assertThat(run(List.of("first one", "other one"), "passwd")).isEqualTo(2);
        assertThat(run(List.of(PASSWORD, "new password", "other"), "passwd")).isEqualTo(2);
        assertThat(err).startsWith("VLT-627");
        assertThat(run(List.of(PASSWORD), "list")).isZero();
    }

    @Test
    void importsABootstrapFolderAndExportsTheSameFile() throws Exception {
        Path bootstrap = bootstrap("collection");
        assertThat(
                        run(
                                List.of(PASSWORD, PASSWORD),
                                "import",
                                "--bootstrap",
                                bootstrap.toString(),
                                "--network",
                                "emulator"))
                .isZero();
        assertThat(out)
                .contains("collection-f70e8fbf: flow-emulator")
                .contains("account 0x179b6b1cb6755e31, key 0")
                .contains("never opened")
                .doesNotContain(PRIVATE_KEY)
                .doesNotContain("GhI+S50k7kOxQHyFZG1DIQ");
        Path to = folder.resolve("out.json");
        assertThat(run(List.of(PASSWORD), "export", "collection-f70e8fbf", "--to", to.toString()))
                .isZero();
        assertThat(Files.readString(to))
                .isEqualTo(
                        Files.readString(
                                bootstrap.resolve(
                                        "private-root-information/private-node-info_"
                                                + NODE
                                                + "/node-machine-account-info.priv.json")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to)))
                .isEqualTo("rw-------");
        assertThat(run(List.of(PASSWORD), "export", "collection-f70e8fbf", "--to", to.toString()))
                .isEqualTo(2);
        assertThat(err).startsWith("FIL-717");
        assertThat(
                        run(
                                List.of(PASSWORD),
                                "import",
                                "--bootstrap",
                                bootstrap.toString(),
                                "--network",
                                "emulator"))
                .isEqualTo(2);
        assertThat(out).contains("VLT-618");
    }

    @Test
    void backsUpDrillsRestores() {
        run(List.of(PASSWORD, PASSWORD), "make", "one", "--network", "testnet");
        String file = folder.resolve("backup").toString();
        assertThat(run(List.of(PASSWORD, BACKUP_PASSWORD, BACKUP_PASSWORD), "backup", file))
                .isZero();
        assertThat(out).contains("its one key signs");
        assertThat(run(List.of(PASSWORD, BACKUP_PASSWORD), "restore-drill", file)).isZero();
        assertThat(run(List.of(PASSWORD, PASSWORD), "restore-drill", file)).isEqualTo(2);
        run(List.of(PASSWORD), "destroy", "one", "--really", "one");
        assertThat(run(List.of(PASSWORD), "list")).isZero();
        assertThat(out).contains("The vault has no keys");
        assertThat(run(List.of(PASSWORD, BACKUP_PASSWORD), "restore", file)).isZero();
        assertThat(out).contains("One key was restored").contains("one: flow-testnet");
        run(List.of(PASSWORD), "make", "later", "--network", "testnet");
        assertThat(run(List.of(PASSWORD, BACKUP_PASSWORD), "restore-drill", file)).isEqualTo(2);
        assertThat(err).contains("VLT-622").contains("later");
    }

    @Test
    void destroysNothingByASlip() {
        run(List.of(PASSWORD, PASSWORD), "make", "one", "--network", "testnet");
        assertThat(run(List.of(PASSWORD), "destroy", "one", "--really", "two")).isEqualTo(64);
        assertThat(run(List.of(PASSWORD), "list")).isZero();
        assertThat(out).contains("one: flow-testnet");
    }

    @Test
    void takesThePasswordFromAFileOfItsOwnerOnly() throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, PASSWORD + "\n", StandardCharsets.UTF_8);
        String name = file.toString();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(run(List.of(), "make", "one", "--network", "testnet", "--password-file", name))
                .isEqualTo(2);
        assertThat(err).startsWith("VLT-625").contains("rw-r-----").doesNotContain(PASSWORD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(run(List.of(), "make", "one", "--network", "testnet", "--password-file", name))
                .isZero();
        assertThat(run(List.of(PASSWORD), "list")).isZero();
        for (String wrong : List.of("", "two\nlines", "\n")) {
            Files.writeString(file, wrong);
            assertThat(run(List.of(), "list", "--password-file", name)).isEqualTo(2);
            assertThat(err).startsWith("VLT-625");
        }
        Files.write(file, new byte[] {(byte) 0xff, 'a'});
        assertThat(run(List.of(), "list", "--password-file", name)).isEqualTo(2);
        assertThat(err).startsWith("VLT-625");
    }

    @Test
    void aVaultOpenToOthersIsRefusedUntilNarrowed() throws IOException {
        run(List.of(PASSWORD, PASSWORD), "make", "one", "--network", "testnet");
        Files.setPosixFilePermissions(
                folder.resolve("keys/keys.vault"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run(List.of(PASSWORD), "list")).isEqualTo(2);
        assertThat(err).startsWith("VLT-607");
        assertThat(run(List.of(), "narrow")).isZero();
        assertThat(run(List.of(PASSWORD), "list")).isZero();
    }

    @Test
    void saysWhatAWrongBootstrapFolderLacks() {
        assertThat(
                        run(
                                List.of(),
                                "import",
                                "--bootstrap",
                                folder.toString(),
                                "--network",
                                "emulator"))
                .isEqualTo(2);
        assertThat(err).startsWith("FIL-716");
        assertThat(run(List.of(), "list")).isEqualTo(2);
        assertThat(err).startsWith("VLT-601");
    }

    @Test
    void takesInAKeyThatIsTypedOrInAFileAndRenamesIt() throws IOException {
        String digits = "0".repeat(63) + "7";
        assertThat(run(List.of(PASSWORD, PASSWORD, digits), "add", "typed", "--network", "testnet"))
                .isZero();
        assertThat(out).contains("typed: flow-testnet").doesNotContain(digits);
        assertThat(given).allSatisfy(one -> assertThat(one).containsOnly('\0'));
        assertThat(run(List.of(PASSWORD, digits + "7"), "add", "x", "--network", "testnet"))
                .isEqualTo(2);
        assertThat(err).startsWith("KEY-512").doesNotContain(digits);
        Path file = folder.resolve("key");
        Files.writeString(file, digits + "\n");
        assertThat(
                        run(
                                List.of(PASSWORD),
                                "add",
                                "filed",
                                "--network",
                                "emulator",
                                "--key-file",
                                file.toString()))
                .isZero();
        assertThat(run(List.of(PASSWORD), "rename", "filed", "typed")).isEqualTo(2);
        assertThat(err).startsWith("VLT-618");
        assertThat(run(List.of(PASSWORD), "rename", "filed", "other")).isZero();
        assertThat(run(List.of(PASSWORD), "list")).isZero();
        assertThat(out).contains("typed: flow-testnet").contains("other: flow-emulator");
    }

    @Test
    void bindsNoKeyToAnotherNetworkThanThatOfItsAccount() throws Exception {
        assertThat(
                        run(
                                List.of(PASSWORD, PASSWORD),
                                "import",
                                "--bootstrap",
                                bootstrap("collection").toString(),
                                "--network",
                                "mainnet"))
                .isEqualTo(2);
        assertThat(out).contains("VLT-632").contains("flow-mainnet");
        run(List.of(PASSWORD), "make", "one", "--network", "testnet");
        assertThat(run(List.of(PASSWORD), "assign", "one", "0xe467b9dd11fa00df")).isEqualTo(2);
        assertThat(err).startsWith("VLT-632");
    }

    /** A secret on the command line is in the history and in the list of processes. */
    @Test
    void takesNoSecretAsAnArgument() {
        Map<String, Class<?>> taken = new TreeMap<>();
        CommandLine keys =
                KeysCommand.of(
                        new Trial(SampleBoards.of(SampleBoards.Size.SMALL).setup()).surroundings());
        keys.getSubcommands()
                .values()
                .forEach(
                        command ->
                                command.getCommandSpec()
                                        .args()
                                        .forEach(
                                                one ->
                                                        taken.put(
                                                                one.isOption()
                                                                        ? ((OptionSpec) one)
                                                                                .longestName()
                                                                        : one.paramLabel(),
                                                                one.type())));
        assertThat(taken)
                .containsOnlyKeys(
                        "--backup-password-file",
                        "--bootstrap",
                        "--hash",
                        "--help",
                        "--index",
                        "--json",
                        "--key-file",
                        "--network",
                        "--new-password-file",
                        "--password-file",
                        "--really",
                        "--replace",
                        "--signature",
                        "--to",
                        "--version",
                        "ADDRESS",
                        "FILE",
                        "NAME",
                        "NEW_NAME");
        for (String file :
                List.of(
                        "--backup-password-file",
                        "--key-file",
                        "--new-password-file",
                        "--password-file",
                        "FILE")) {
            assertThat(taken.get(file)).as(file).isEqualTo(Path.class);
        }
    }

    @Test
    void assignsAnAccountOfSixteenDigitsOnly() {
        run(List.of(PASSWORD, PASSWORD), "make", "one", "--network", "testnet");
        assertThat(run(List.of(), "assign", "one", "0x1")).isEqualTo(64);
        assertThat(run(List.of(PASSWORD), "assign", "one", "0x9eca2b38b18b5dfe", "--index", "4"))
                .isZero();
        assertThat(out).contains("account 0x9eca2b38b18b5dfe, key 4");
    }

    private int run(List<String> passwords, String... arguments) {
        typed.clear();
        typed.addAll(passwords);
        Trial trial = new Trial(SampleBoards.of(SampleBoards.Size.SMALL).setup());
        trial.vault =
                new VaultAccess(
                        new VaultDoor(
                                new VaultStore(folder.resolve("keys")),
                                (_, password, salt) -> HashAlgorithm.SHA2_256.of(salt, password),
                                () -> KdfParameters.LEAST,
                                new SecureRandom()::nextBytes),
                        this::ask);
        List<String> all = new ArrayList<>(List.of("keys"));
        all.addAll(List.of(arguments));
        int code = trial.run(all.toArray(String[]::new));
        out = trial.out();
        err = trial.err();
        return code;
    }

    private char[] ask(String question) {
        if (typed.isEmpty()) {
            throw VaultFault.of(VaultFault.Kind.NO_TERMINAL, "");
        }
        char[] password = typed.removeFirst().toCharArray();
        given.add(password);
        return password;
    }

    private static Path bootstrap(String node) throws URISyntaxException {
        return Path.of(
                KeysCommandTest.class.getResource("/io/epochdesk/keys/bootstrap/" + node).toURI());
    }
}
