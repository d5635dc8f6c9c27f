package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.epochdesk.fault.FaultException;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ProgramTest {

    @Test
    void aContractWithoutAddressIsAFaultThatNamesIt() {
        Program program = new Program("fees", "import \"FlowFees\"\naccess(all) fun main() {}\n");
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> program.resolvedWith(Map.of()))
                .satisfies(thrown -> assertThat(thrown.fault().code()).isEqualTo("CHN-314"))
                .satisfies(
                        thrown ->
                                assertThat(thrown.fault().facts())
                                        .containsValues("fees", "FlowFees"));
    }
}
