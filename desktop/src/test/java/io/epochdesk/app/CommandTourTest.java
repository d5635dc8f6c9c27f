package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class CommandTourTest {

    /** What the build trains the commands of a package by. */
    private static final Path TRAINED = Path.of("../installers/launchers/commands.training");

    @TempDir private Path folder;

    @Test
    void eachLineIsACommandAndTheFirstCounts() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("commands"), "# two\n\nstatus --json\n doctor  --all\n");
        List<List<String>> ran = new ArrayList<>();
        int code =
                CommandTour.run(
                        file,
                        command -> {
                            ran.add(List.of(command));
                            return ran.size() == 1 ? 1 : 3;
                        });
        assertThat(ran).containsExactly(List.of("status", "--json"), List.of("doctor", "--all"));
        assertThat(code).isEqualTo(1);
    }

    @Test
    void aCommandLineThatCannotBeUsedIsNotPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("commands"), "status\nplan x\nstatus\n");
        assertThat(CommandTour.run(file, command -> command.length == 2 ? 64 : 0)).isEqualTo(64);
    }

    @Test
    void aTourIsAskedForInOneWay() {
        assertThat(CommandTour.meant(List.of("--commands-of", "file"))).isTrue();
        assertThat(CommandTour.meant(List.of("--commands-of"))).isFalse();
        assertThat(CommandTour.meant(List.of("status", "file"))).isFalse();
    }

    @Test
    void thePackageIsTrainedWithWhatIsMeasured() throws IOException {
        List<String> ran = new ArrayList<>();
        CommandTour.run(
                TRAINED,
                command -> {
                    ran.add(command[0]);
                    return 0;
                });
        assertThat(ran).contains("status", "doctor", "plan");
    }
}
