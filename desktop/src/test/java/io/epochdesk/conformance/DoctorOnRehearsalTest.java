package io.epochdesk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class DoctorOnRehearsalTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void theDoctorNamesExactlyWhatIsWrongWithEachNode() throws IOException {
        Stage stage = RehearsalStage.withMainnetFees();
        try (Trial trial = new Trial(stage);
                SickNodes sick = new SickNodes(trial, folder, false)) {
            assertThat(FaultTable.with(new DoctorJudge(trial, sick).judge(stage.port())))
                    .isEqualTo(FaultTable.document());
            new DoctorCommandJudge(
                            sick, Files.createDirectories(folder.resolve("data")), stage.port())
                    .judge();
        }
    }
}
