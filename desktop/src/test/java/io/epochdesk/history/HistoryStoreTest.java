package io.epochdesk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.history.Observations.Deed;
import io.epochdesk.history.Observations.FirstSeen;
import io.epochdesk.history.Observations.KeyState;
import io.epochdesk.history.Observations.KeyUse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

final class HistoryStoreTest {

    private static final Instant T = Instant.parse("2026-11-28T12:00:00Z");
    private static final HistoryName NAME =
            new HistoryName("mainnet", "flow-mainnet", "ab".repeat(32));
    private static final String NODE = "01".repeat(32);
    private static final String ACCOUNT = "8624b52f9ddcd04a";

    @TempDir Path data;

    @Test
    void whatWasKeptIsThereAfterARestart() {
        OwnNode node =
                new OwnNode(
                        NODE,
                        "berlin-2",
                        OptionalInt.of(1),
                        ACCOUNT,
                        "/var/flow/bootstrap",
                        "0123456789abcdef",
                        T);
        Draft draft = new Draft("draft-1", "REGISTER_NODE", "{\"step\":3}", T);
        Activity activity =
                new Activity(
                        T,
                        "TOP_UP",
                        NODE,
                        "treasury",
                        ACCOUNT,
                        null,
                        Activity.Outcome.UNDER_WAY,
                        "");
        long number;
        try (HistoryStore store = open()) {
            store.ownNodes().add(List.of(node));
            store.drafts().keep(draft);
            number = store.activities().add(activity);
            store.observations()
                    .keep(
                            List.of(balance(T, "0.31")),
                            List.of(new KeyUse(ACCOUNT, 0, 7, T, 100)),
                            List.of(new FirstSeen(12, NODE, Deed.VOTE, T, 100)));
            assertThat(store.notices().claim("late." + NODE, T, Duration.ofHours(1))).isTrue();
        }

        try (HistoryStore store = open()) {
            assertThat(store.ownNodes().all()).containsExactly(node);
            assertThat(store.drafts().find("draft-1")).contains(draft);
            assertThat(store.activities().newest(10)).containsEntry(number, activity);
            assertThat(store.observations().balances(ACCOUNT, T))
                    .containsExactly(balance(T, "0.31000000"));
            assertThat(store.observations().keyStates().get(ACCOUNT))
                    .containsExactly(new KeyState(new KeyUse(ACCOUNT, 0, 7, T, 100), false));
            assertThat(store.observations().deeds(12))
                    .containsExactly(new FirstSeen(12, NODE, Deed.VOTE, T, 100));
            assertThat(store.notices().open()).containsExactly("late." + NODE);
        }
    }

    @Test
    void addingANodeAgainKeepsItsNameAndLearnsWhatWasNotKnown() {
        try (HistoryStore store = open()) {
            store.ownNodes().add(List.of(bare("berlin-2", null), other("alpha")));
            store.ownNodes().add(List.of(bare("something else", ACCOUNT)));

            assertThat(store.ownNodes().all())
                    .containsExactly(other("alpha"), bare("berlin-2", ACCOUNT));

            store.ownNodes().rename(NODE, "Aachen");
            store.ownNodes().machineAccount(NODE, null);
            assertThat(store.ownNodes().all())
                    .containsExactly(bare("Aachen", null), other("alpha"));

            store.ownNodes().remove(NODE);
            assertThat(store.ownNodes().all()).containsExactly(other("alpha"));
        }
    }

    @Test
    void balancesAreKeptWhenTheyChangeAndOnceAnHour() {
        try (HistoryStore store = open()) {
            for (int minutes = 0; minutes <= 150; minutes += 10) {
                String amount = minutes < 60 ? "1.00000000" : "0.9";
                keep(store, balance(T.plus(Duration.ofMinutes(minutes)), amount));
            }

            assertThat(store.observations().balances(ACCOUNT, T))
                    .extracting(Balance::at)
                    .containsExactly(
                            T, T.plus(Duration.ofMinutes(60)), T.plus(Duration.ofMinutes(120)));
            assertThat(store.observations().balances(ACCOUNT, T.plus(Duration.ofMinutes(90))))
                    .as("with the one before, which still holds at that moment")
                    .extracting(Balance::at)
                    .containsExactly(
                            T.plus(Duration.ofMinutes(60)), T.plus(Duration.ofMinutes(120)));
            assertThat(store.observations().balances("0000000000000001", T)).isEmpty();
        }
    }

    @Test
    void aSequenceNumberAndADeedKeepTheMomentTheyWereFirstSeen() {
        try (HistoryStore store = open()) {
            for (int i = 0; i < 3; i++) {
                Instant at = T.plusSeconds(i);
                store.observations()
                        .keep(
                                List.of(),
                                List.of(
                                        new KeyUse(ACCOUNT, 0, i / 2, at, 100 + i),
                                        new KeyUse(ACCOUNT, 1, 5, at, 100 + i)),
                                List.of(new FirstSeen(12, NODE, Deed.MESSAGE, at, 100 + i)));
            }

            assertThat(store.observations().keyStates().get(ACCOUNT))
                    .containsExactly(
                            new KeyState(new KeyUse(ACCOUNT, 0, 1, T.plusSeconds(2), 102), true),
                            new KeyState(new KeyUse(ACCOUNT, 1, 5, T, 100), false));
            assertThat(store.observations().keyUses(ACCOUNT, 0))
                    .extracting(KeyUse::sequence)
                    .containsExactly(0L, 1L);
            assertThat(store.observations().deeds(12))
                    .containsExactly(new FirstSeen(12, NODE, Deed.MESSAGE, T, 100));
            assertThat(store.observations().deeds(13)).isEmpty();
        }
    }

    @Test
    void anotherHistoryOfTheChainHidesWhatWasSeenAndKeepsTheNodes() {
        try (HistoryStore store = open()) {
            assertThat(store.eras().anchor()).isEmpty();
            store.eras().anchor(new Eras.Anchor(100, "cd".repeat(32)));
            store.ownNodes().add(List.of(other("alpha")));
            keep(store, balance(T, "1"));
            store.drafts().keep(new Draft("d", "TOP_UP", "{}", T));
            assertThat(store.notices().claim("x", T, Duration.ofHours(1))).isTrue();
            assertThat(store.eras().anchor()).contains(new Eras.Anchor(100, "cd".repeat(32)));

            store.eras().begin();

            assertThat(store.eras().anchor()).isEmpty();
            assertThat(store.ownNodes().all()).containsExactly(other("alpha"));
            assertThat(store.observations().balances(ACCOUNT, T)).isEmpty();
            assertThat(store.drafts().all()).isEmpty();
            assertThat(store.notices().open()).isEmpty();
            assertThat(store.notices().claim("x", T, Duration.ofHours(1))).isTrue();
        }
    }

    @Test
    void aSubjectIsClaimedOnceUntilItWasResolvedAndTheHourIsOver() {
        Duration hour = Duration.ofHours(1);
        try (HistoryStore one = open();
                HistoryStore two = open()) {
            assertThat(one.notices().claim("x", T, hour)).isTrue();
            assertThat(two.notices().claim("x", T.plusSeconds(1), hour)).isFalse();
            assertThat(two.notices().claim("x", T.plus(hour), hour)).as("still open").isFalse();

            assertThat(two.notices().resolve("x", T.plusSeconds(60))).isTrue();
            assertThat(one.notices().resolve("x", T.plusSeconds(61))).isFalse();
            assertThat(one.notices().open()).isEmpty();

            assertThat(one.notices().claim("x", T.plus(hour).minusMillis(1), hour)).isFalse();
            assertThat(one.notices().claim("x", T.plus(hour), hour)).isTrue();
            assertThat(one.notices().open()).containsExactly("x");
        }
    }

    @Test
    void anActivityTellsHowItEnded() {
        try (HistoryStore store = open()) {
            Activity begun =
                    new Activity(
                            T, "VOTE", NODE, null, ACCOUNT, null, Activity.Outcome.UNDER_WAY, "");
            long number = store.activities().add(begun);
            String id = "ef".repeat(32);
            store.activities().tell(number, Activity.Outcome.UNDER_WAY, id, "sent");
            store.activities().tell(number, Activity.Outcome.FAILED, null, "CHN-321");
            store.activities().add(begun);

            assertThat(store.activities().newest(10)).hasSize(2);
            assertThat(store.activities().newest(10).get(number))
                    .isEqualTo(
                            new Activity(
                                    T,
                                    "VOTE",
                                    NODE,
                                    null,
                                    ACCOUNT,
                                    id,
                                    Activity.Outcome.FAILED,
                                    "CHN-321"));
            assertThat(store.activities().newest(1)).doesNotContainKey(number);
        }
    }

    @Test
    void aDraftIsReplacedByItsNextStateAndGoneWhenItIsDone() {
        try (HistoryStore store = open()) {
            store.drafts().keep(new Draft("a", "REGISTER_NODE", "{\"step\":1}", T));
            store.drafts().keep(new Draft("b", "TOP_UP", "{}", T.plusSeconds(1)));
            store.drafts().keep(new Draft("a", "REGISTER_NODE", "{\"step\":2}", T.plusSeconds(2)));
            assertThat(store.drafts().all()).extracting(Draft::id).containsExactly("a", "b");
            assertThat(store.drafts().find("a")).map(Draft::state).contains("{\"step\":2}");

            store.drafts().remove("a");
            assertThat(store.drafts().find("a")).isEmpty();
        }
    }

    @Test
    void twoConsolesShareOneFile() {
        try (HistoryStore window = open();
                HistoryStore command = open()) {
            for (int i = 0; i < 20; i++) {
                HistoryStore writer = i % 2 == 0 ? window : command;
                keep(writer, balance(T.plusSeconds(i), "1." + i));
            }
            assertThat(window.observations().balances(ACCOUNT, T))
                    .hasSize(20)
                    .isEqualTo(command.observations().balances(ACCOUNT, T));
        }
    }

    @Test
    void onlyTheOwnerCanReachWhatIsKept() throws IOException {
        try (HistoryStore store = open()) {
            store.ownNodes().add(List.of(other("alpha")));
            assertThat(modes()).isNotEmpty().containsOnly("rw-------", "rwx------");
        }
        Path file = data.resolve("history").resolve(NAME.file());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        open().close();
        assertThat(modes()).as("narrowed").containsOnly("rw-------", "rwx------");
    }

    @Test
    void theDriverUnpacksItselfWhereOnlyTheOwnerCanWrite() {
        open().close();
        // the driver is loaded once a process, by whoever opens a history first
        assertThat(System.getProperty("org.sqlite.tmpdir")).endsWith("history/driver");
    }

    @Test
    void aFolderMayHaveAnySignInItsName() {
        Path odd = data.resolve("what? 100% #1");
        try (HistoryStore store = HistoryStore.open(odd, NAME, () -> T)) {
            store.ownNodes().add(List.of(other("alpha")));
        }
        assertThat(odd.resolve("history").resolve(NAME.file())).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "cut", "flipped"})
    void aDamagedFileIsPutAsideAndANewOneBegun(String how) throws IOException {
        fill();
        Path file = data.resolve("history").resolve(NAME.file());
        damage(file, how);
        byte[] damaged = Files.readAllBytes(file);

        try (HistoryStore store = open()) {
            Fault told = store.setAside().orElseThrow();
            assertThat(told.code()).isEqualTo("HIS-803");
            assertThat(data.resolve("history").resolve(told.facts().get("aside")))
                    .hasBinaryContent(damaged);
            assertThat(store.ownNodes().all()).isEmpty();
            store.ownNodes().add(List.of(other("alpha")));
        }
        try (HistoryStore again = open()) {
            assertThat(again.setAside()).isEmpty();
            assertThat(again.ownNodes().all()).containsExactly(other("alpha"));
        }
    }

    @Test
    void aDamagedFileThatAnotherConsoleHasOpenStaysWhereItIs() throws Exception {
        try (HistoryStore other = open()) {
            other.ownNodes().add(List.of(other("alpha")));
            sql("PRAGMA wal_checkpoint(TRUNCATE)");
            Path file = data.resolve("history").resolve(NAME.file());
            damage(file, "text");

            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().code()).isEqualTo("HIS-805"));
            assertThat(file).exists();
        }
    }

    @Test
    void aFileOfANewerConsoleIsLeftAlone() throws Exception {
        fill();
        sql("PRAGMA user_version = 99");

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> {
                            assertThat(e.fault().code()).isEqualTo("HIS-802");
                            assertThat(e.fault().facts()).containsEntry("version", "99");
                        });
        sql("PRAGMA user_version = " + Schema.newest());
        try (HistoryStore store = open()) {
            assertThat(store.ownNodes().all()).hasSize(200);
        }
    }

    @Test
    void aFullDiskIsToldAndWhatWasKeptStays() {
        try (HistoryFile file = HistoryFile.open(data.resolve("history"), NAME.file(), () -> T)) {
            OwnNodes nodes = new OwnNodes(file);
            nodes.add(List.of(other("alpha")));
            // SQLite answers a limit on pages as it answers a full disk
            file.read(
                    connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.execute("PRAGMA max_page_count = 1");
                        }
                    });
            Drafts drafts = new Drafts(file);
            Draft large = new Draft("a", "TOP_UP", "x".repeat(1 << 20), T);

            assertThatThrownBy(() -> drafts.keep(large))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().code()).isEqualTo("HIS-806"));
            assertThat(nodes.all()).containsExactly(other("alpha"));
            assertThat(drafts.all()).isEmpty();
        }
    }

    @Test
    void aFileThatCanOnlyBeReadIsTold() {
        try (HistoryFile file = HistoryFile.open(data.resolve("history"), NAME.file(), () -> T)) {
            file.read(
                    connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.execute("PRAGMA query_only = ON");
                        }
                    });
            assertThatThrownBy(() -> new OwnNodes(file).add(List.of(other("alpha"))))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().code()).isEqualTo("HIS-807"));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.writeString(data.resolve("history"), "a file in its place");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().code()).isEqualTo("HIS-801"));
    }

    @Test
    void aClosedHistorySaysSo() {
        HistoryStore store = open();
        store.close();
        store.close();
        assertThatThrownBy(() -> store.ownNodes().all())
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().code()).isEqualTo("HIS-810"));
    }

    private HistoryStore open() {
        return HistoryStore.open(data, NAME, () -> T);
    }

    private static OwnNode bare(String label, @Nullable String account) {
        return new OwnNode(NODE, label, OptionalInt.empty(), account, null, null, T);
    }

    private static OwnNode other(String label) {
        return new OwnNode("02".repeat(32), label, OptionalInt.of(2), null, null, null, T);
    }

    private static Balance balance(Instant at, String amount) {
        return new Balance(ACCOUNT, at, 100, new BigDecimal(amount));
    }

    private static void keep(HistoryStore store, Balance balance) {
        store.observations().keep(List.of(balance), List.of(), List.of());
    }

    private void fill() {
        try (HistoryStore store = open()) {
            store.ownNodes()
                    .add(
                            Stream.iterate(0, i -> i + 1)
                                    .limit(200)
                                    .map(
                                            i ->
                                                    new OwnNode(
                                                            "%064x".formatted(i),
                                                            "node " + i,
                                                            OptionalInt.of(1),
                                                            null,
                                                            null,
                                                            null,
                                                            T))
                                    .toList());
        }
    }

    private static void damage(Path file, String how) throws IOException {
        switch (how) {
            case "text" -> Files.writeString(file, "this was a history once, ".repeat(400));
            case "cut" -> {
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.setLength(bytes.length() / 2 / 4096 * 4096);
                }
            }
            default -> {
                byte[] bytes = Files.readAllBytes(file);
                for (int page = 1; page < bytes.length / 4096; page++) {
                    bytes[page * 4096] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        }
    }

    private void sql(String sql) throws Exception {
        Path file = data.resolve("history").resolve(NAME.file());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> modes() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("history"))) {
            return all.filter(path -> !path.toString().contains("libsqlitejdbc"))
                    .map(
                            path -> {
                                try {
                                    return PosixFilePermissions.toString(
                                            Files.getPosixFilePermissions(path));
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            })
                    .distinct()
                    .toList();
        }
    }
}
