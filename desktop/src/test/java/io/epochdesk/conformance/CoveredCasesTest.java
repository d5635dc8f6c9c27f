package io.epochdesk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The document says what the suite covers, no more and no less. */
final class CoveredCasesTest {

    @Test
    void theTableIsUpToDate() {
        String document = CoveredCases.read();
        String wanted = CoveredCases.upToDate(document);
        if (Recording.RECORDING) {
            CoveredCases.write(wanted);
        } else {
            assertThat(document)
                    .as("run the suite with -Depochdesk.conformance.record=true")
                    .isEqualTo(wanted);
        }
    }
}
