package io.epochdesk.dkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

final class ContentStoreTest {

    @TempDir private Path folder;

    @Test
    void readsBackFromMemoryAndFromDisk() {
        try (ContentStore store = new ContentStore(folder, 100)) {
            for (int i = 0; i < 50; i++) {
                store.add(bytes("content number " + i + " äß漢"));
            }

            for (int i = 0; i < 50; i++) {
                assertThat(store.contents().contentOf(i)).isEqualTo("content number " + i + " äß漢");
            }
            assertThat(store.spilled()).isPositive();
        }
    }

    @Test
    void keepsAllInMemoryBelowItsLimit() throws IOException {
        try (ContentStore store = new ContentStore(folder, 1_000)) {
            store.add(new byte[1_000]);

            assertThat(store.spilled()).isZero();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theFileHasNoNameWhileItIsInUseSoThatNobodyElseCanOpenIt() throws IOException {
        try (ContentStore store = new ContentStore(folder, 0)) {
            store.add(bytes("private"));

            assertThat(files()).isEmpty();
            assertThat(store.spilled()).isEqualTo(7);
            assertThat(store.contents().contentOf(0)).isEqualTo("private");
        }
    }

    @Test
    void theFolderIsMadeWhenItIsNeeded() {
        Path later = folder.resolve("data").resolve("whiteboards");
        try (ContentStore store = new ContentStore(later, 10)) {
            store.add(bytes("in memory"));
            assertThat(later).doesNotExist();

            store.add(bytes("on disk"));

            assertThat(store.trouble()).isEmpty();
            assertThat(store.contents().contentOf(1)).isEqualTo("on disk");
        }
    }

    @Test
    void theFileIsGoneOnceTheStoreIsClosed() throws IOException {
        ContentStore store = new ContentStore(folder, 0);
        store.add(bytes("gone"));
        Whiteboard.Contents contents = store.contents();

        store.close();

        assertThat(files()).isEmpty();
        assertThat(contents.contentOf(0)).isNull();
    }

    @Test
    void aDiskThatTakesNothingIsAFaultAndNothingElseIsLost() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "no folder");
        try (ContentStore store = new ContentStore(occupied, 10)) {
            store.add(bytes("in memory"));
            store.add(bytes("has no place"));

            assertThat(store.trouble()).map(Fault::code).contains("INT-911");
            assertThat(store.contents().contentOf(0)).isEqualTo("in memory");
            assertThat(store.contents().contentOf(1)).isNull();

            Files.delete(occupied);
            store.add(bytes("has a place again"));

            assertThat(store.trouble()).isEmpty();
            assertThat(store.contents().contentOf(2)).isEqualTo("has a place again");
        }
    }

    @Test
    void anInterruptedReaderSpoilsTheStoreForNobody() {
        try (ContentStore store = new ContentStore(folder, 0)) {
            store.add(bytes("before"));

            Thread.currentThread().interrupt();
            String read = store.contents().contentOf(0);
            store.add(bytes("meanwhile"));
            boolean stillInterrupted = Thread.interrupted();

            assertThat(stillInterrupted).isTrue();
            assertThat(read).isEqualTo("before");
            assertThat(store.trouble()).isEmpty();
            store.add(bytes("after"));
            assertThat(store.contents().contentOf(0)).isEqualTo("before");
            assertThat(store.contents().contentOf(1)).isEqualTo("meanwhile");
            assertThat(store.contents().contentOf(2)).isEqualTo("after");
        }
    }

    @Test
    void aContentThatIsNotToBeHadKeepsItsPosition() {
        try (ContentStore store = new ContentStore(folder, 100)) {
            store.add(bytes("one"));
            store.addNothing();
            store.add(bytes("three"));

            assertThat(store.contents().contentOf(1)).isNull();
            assertThat(store.contents().contentOf(2)).isEqualTo("three");
        }
    }

    @Test
    void positionsThatAreNotThereHaveNoContent() {
        try (ContentStore store = new ContentStore(folder, 10)) {
            store.add(bytes("one"));

            assertThat(store.contents().contentOf(-1)).isNull();
            assertThat(store.contents().contentOf(1)).isNull();
        }
    }

    @Test
    void readsAContentLargerThanAnyChunk() {
        String large = "x".repeat(3_000_000);
        try (ContentStore store = new ContentStore(folder, 4_000_000)) {
            store.add(bytes("before"));
            store.add(bytes(large));
            store.add(bytes("after"));

            assertThat(store.contents().contentOf(0)).isEqualTo("before");
            assertThat(store.contents().contentOf(1)).isEqualTo(large);
            assertThat(store.contents().contentOf(2)).isEqualTo("after");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
