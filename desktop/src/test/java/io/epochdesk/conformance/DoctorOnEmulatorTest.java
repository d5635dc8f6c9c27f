package io.epochdesk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@RequiresEmulator
@BesideOthers
final class DoctorOnEmulatorTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void theDoctorNamesExactlyWhatIsWrongWithEachNode() throws IOException {
        Stage stage = EmulatorStage.open(new Stage.Circumstances(true, 600));
        try (Trial trial = new Trial(stage);
                SickNodes sick = new SickNodes(trial, folder, true)) {
            String wanted = FaultTable.with(new DoctorJudge(trial, sick).judge(stage.port()));
            if (Recording.RECORDING) {
                FaultTable.write(wanted);
            }
            assertThat(FaultTable.document())
                    .as("run this test with -Depochdesk.conformance.record=true")
                    .isEqualTo(wanted);
            new DoctorCommandJudge(
                            sick, Files.createDirectories(folder.resolve("data")), stage.port())
                    .judgeFolders();
        }
    }
}
