package io.epochdesk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import io.epochdesk.cli.FleetSource;
import io.epochdesk.cli.HeadlessCommands;
import io.epochdesk.cli.HistorySource;
import io.epochdesk.cli.Streams;
import io.epochdesk.cli.Surroundings;
import io.epochdesk.cli.Unwatched;
import io.epochdesk.cli.VaultAccess;
import io.epochdesk.conformance.SickNodes.Case;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.history.OwnNode;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultStore;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/** Runs the command {@code doctor} about sick nodes as a shell or cron would. */
final class DoctorCommandJudge {

    private final SickNodes sick;
    private final Path data;
    private final String access;
    private final VaultDoor door;
    private String out = "";
    private String err = "";

    DoctorCommandJudge(SickNodes sick, Path data, int port) {
        this.sick = sick;
        this.data = data;
        this.access = "127.0.0.1:" + port;
        this.door =
                new VaultDoor(
                        new VaultStore(data.resolve("keys")),
                        (_, password, salt) -> HashAlgorithm.SHA2_256.of(salt, password),
                        () -> KdfParameters.LEAST,
                        new SecureRandom()::nextBytes);
    }

    /** Everything. */
    void judge() throws IOException {
        judgeFolders();
        vault();
        ownNodes();
        wrongUse();
    }

    /** Bootstrap folders, and what the command ends with. */
    void judgeFolders() throws IOException {
        assertThat(inFolder("nothing (collection)")).isZero();
        assertThat(out)
                .as("it says first whom it asks, and at which height")
                .matches("(?s)\\S.*  connected: \\Q" + access + "\\E +sealed .*, now\\R\\R.*")
                .contains("The node is fit.", "has proposed no transaction");
        assertThat(inFolder("readable by others")).isEqualTo(1);
        assertThat(out).contains("DOC-861").contains("chmod 600").contains("rw-r--r--");
        assertThat(inFolder("key revoked")).isEqualTo(2);
        assertThat(out)
                .contains("The node is unfit. Key 0 of the account is revoked, for good.")
                .contains("DOC-821  fault: Key 0 of the account is revoked, for good.")
                .contains("Nobody can sign for")
                .contains("This node cannot vote in the setup of epoch 1")
                .contains("by " + access);
        assertThat(run("--bootstrap", folder("nothing (collection)"), "--json")).isZero();
        JsonNode document = document(0, "fit");
        assertThat(document.path("nodes").path(0).path("findings"))
                .extracting(finding -> finding.path("severity").asText())
                .containsOnly("note");
        assertThat(
                        run(
                                "--bootstrap",
                                folder("nothing (collection)"),
                                "--bootstrap",
                                folder("key revoked"),
                                "--bootstrap",
                                folder("readable by others"),
                                "--staking-account",
                                sick.owner().toString(),
                                "--json"))
                .isEqualTo(2);
        document(2, "unfit");
        assertThat(out).contains("1 of 3 nodes are fit: 1 unfit, 1 at risk.");
    }

    private void vault() throws IOException {
        Case unseen = sick.find("key not shown");
        String id = unseen.node().nodeId();
        String[] asked = {"--node", id, "--staking-account", sick.owner().toString(), "--json"};
        assertThat(run(asked)).isEqualTo(3);
        assertThat(findings(document(3, "unknown"))).contains("DOC-825");

        try (Password password = new Password("correct horse".toCharArray());
                Vault vault = door.create(password);
                AccountPrivateKey key =
                        AccountPrivateKey.of(
                                SignatureAlgorithm.ECDSA_P256,
                                HexFormat.of().parseHex(sick.machineKey(id)))) {
            vault.add(
                    key,
                    new KeyDetails(
                            "mine",
                            "flow-emulator",
                            HashAlgorithm.SHA3_256,
                            sick.machine(id).hex(),
                            0,
                            Clock.systemUTC().instant()));
        }
        assertThat(run(asked)).isEqualTo(3);
        assertThat(findings(document(3, "unknown"))).contains("DOC-826");
        assertThat(err).isEmpty();

        Path right = passwordFile("right", "correct horse");
        assertThat(run(with(asked, "--password-file", right.toString()))).isZero();
        document(0, "fit");
        Path wrong = passwordFile("wrong", "battery staple");
        assertThat(run(with(asked, "--password-file", wrong.toString()))).isEqualTo(3);
        assertThat(findings(document(3, "unknown"))).contains("DOC-826");
        assertThat(err).startsWith("VLT-606");
        assertThat(run(with(asked, "--key-elsewhere"))).isEqualTo(3);
        assertThat(findings(document(3, "unknown"))).contains("DOC-828");
    }

    private void ownNodes() throws IOException {
        assertThat(run("--all", "--json")).isEqualTo(3);
        assertThat(document(3, "unknown").path("answer").asText())
                .isEqualTo("There is no node to examine.");
        try (FlowNetwork network = GrpcFlowNetwork.open(profile())) {
            assertThat(network.blocks().latestSealed()).isNotNull();
            ChainIdentity identity =
                    Objects.requireNonNull(network.connection().current().identity());
            try (HistoryStore history = histories().open(identity)) {
                history.ownNodes().add(List.of(own("key revoked"), own("nothing (consensus)")));
            }
        }
        assertThat(run("--json")).isEqualTo(2);
        assertThat(document(2, "unfit").path("nodes")).hasSize(2);
        assertThat(run("--bootstrap", folder("nothing (consensus)"), "--json")).isZero();
        assertThat(document(0, "fit").path("nodes").path(0).path("stakingAccount").asText())
                .as("known from My nodes")
                .isEqualTo(sick.owner().toString());
        assertThat(run("--node", sick.find("nothing (consensus)").node().nodeId(), "--json"))
                .isZero();
        assertThat(document(0, "fit").path("nodes").path(0).path("role").asText())
                .isEqualTo("consensus");
    }

    private void wrongUse() throws IOException {
        assertThat(run("--node", "3f8a")).isEqualTo(64);
        String id = sick.find("nothing (consensus)").node().nodeId();
        assertThat(run("--node", id.substring(0, 12), "--json")).isZero();
        assertThat(document(0, "fit").path("nodes").path(0).path("nodeId").asText()).isEqualTo(id);
        assertThat(run("--node", "ffffff")).isEqualTo(64);
        assertThat(err).contains("No node of this network has an ID that begins with ffffff.");
        assertThat(run("--machine-account", "0x179b6b1cb6755e31")).isEqualTo(64);
        assertThat(run("--bootstrap", data.toString(), "--json")).isEqualTo(2);
        assertThat(document(2, "failed").path("faults").path(0).path("code").asText())
                .isEqualTo("FIL-716");
    }

    private OwnNode own(String fault) {
        Case node = sick.find(fault);
        return new OwnNode(
                node.node().nodeId(),
                fault,
                OptionalInt.empty(),
                null,
                node.node().folder(),
                sick.owner().hex(),
                Clock.systemUTC().instant());
    }

    private int inFolder(String fault) {
        return run("--bootstrap", folder(fault), "--staking-account", sick.owner().toString());
    }

    private String folder(String fault) {
        return String.valueOf(sick.find(fault).node().folder());
    }

    private Path passwordFile(String name, String password) throws IOException {
        Path file = Files.writeString(data.resolve(name), password);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private JsonNode document(int code, String verdict) throws IOException {
        assertThat(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(Files.readString(Path.of("docs/doctor.schema.json")))
                                .validate(out, InputFormat.JSON))
                .isEmpty();
        JsonNode document = new ObjectMapper().readTree(out);
        assertThat(document.path("exitCode").asInt()).isEqualTo(code);
        assertThat(document.path("verdict").asText()).isEqualTo(verdict);
        return document;
    }

    private static List<String> findings(JsonNode document) {
        List<String> codes = new ArrayList<>();
        document.path("nodes")
                .path(0)
                .path("findings")
                .forEach(finding -> codes.add(finding.path("code").asText()));
        return codes;
    }

    private int run(String... arguments) {
        StringWriter answer = new StringWriter();
        StringWriter complaints = new StringWriter();
        List<String> all = new ArrayList<>(List.of("doctor", "--network", "emulator"));
        all.addAll(List.of("--access", access));
        all.addAll(List.of(arguments));
        int code =
                new HeadlessCommands(
                                new Surroundings(
                                        () -> new SettingsStore.Loaded(Settings.defaults(), null),
                                        _ -> {
                                            throw new AssertionError("it looks at no board");
                                        },
                                        GrpcFlowNetwork::open,
                                        () -> new ClockPulse("none"),
                                        Clock.systemUTC(),
                                        new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC),
                                        new Streams(
                                                new PrintWriter(answer),
                                                new PrintWriter(complaints)),
                                        new VaultAccess(
                                                door,
                                                _ -> {
                                                    throw VaultFault.of(
                                                            VaultFault.Kind.NO_TERMINAL, "");
                                                }),
                                        histories(),
                                        FleetSource.NONE,
                                        Unwatched.progress()),
                                (_, _) -> {})
                        .run(all.toArray(String[]::new));
        out = answer.toString();
        err = complaints.toString();
        return code;
    }

    private HistorySource histories() {
        return HistorySource.in(data, Clock.systemUTC());
    }

    private NetworkProfile profile() {
        return NetworkProfiles.through(NetworkProfiles.emulator(), access);
    }
}
