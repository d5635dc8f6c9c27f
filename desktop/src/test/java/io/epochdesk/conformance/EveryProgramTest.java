package io.epochdesk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.Program;
import io.epochdesk.rehearsal.model.Contracts;
import io.epochdesk.rehearsal.model.ProgramCatalogue;
import io.epochdesk.rehearsal.model.StakingSignatures;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whatever the console ships, the rehearsal runs and the suite tries. */
final class EveryProgramTest {

    private static final Path SHIPPED = Path.of("src/main/resources/io/epochdesk/cadence");
    private static final Path ACTS = Path.of("src/test/java/io/epochdesk/conformance");

    @Test
    void everyProgramOfTheConsoleIsKnownToTheRehearsal() {
        ProgramCatalogue catalogue =
                ProgramCatalogue.of(Contracts.emulator(), StakingSignatures.wellFormed());
        assertThat(shipped())
                .allSatisfy(
                        name -> {
                            String[] parts = name.split("/", -1);
                            String text =
                                    Program.shipped(parts[0], parts[1])
                                            .resolvedWith(Contracts.emulator());
                            assertThat(
                                            catalogue.script(text).isPresent()
                                                    || catalogue.transaction(text).isPresent())
                                    .as(name)
                                    .isTrue();
                        });
    }

    @Test
    void everyProgramOfTheConsoleIsTriedByTheSuite() throws IOException {
        StringBuilder acts = new StringBuilder();
        try (Stream<Path> files = Files.list(ACTS)) {
            for (Path file : files.toList()) {
                acts.append(Files.readString(file));
            }
        }
        assertThat(shipped()).allSatisfy(name -> assertThat(acts).contains('"' + name + '"'));
    }

    private static List<String> shipped() {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            return files.filter(file -> file.toString().endsWith(".cdc"))
                    .map(file -> SHIPPED.relativize(file).toString().replace(".cdc", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
