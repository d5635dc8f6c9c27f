package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class ProgramTest {

    private static final Map<String, FlowAddress> CONTRACTS =
            Map.of("FlowEpoch", FlowAddress.of("8624b52f9ddcd04a"), "FlowDKG", FlowAddress.of("1"));

    @Test
    void fillsInEveryImport() {
        Program program =
                new Program(
                        "epoch",
                        """
                        import "FlowEpoch"
                          import   "FlowDKG"
                        access(all) fun main() {}
                        """);
        assertThat(program.resolvedWith(CONTRACTS))
                .isEqualTo(
                        """
                        import FlowEpoch from 0x8624b52f9ddcd04a
                        import FlowDKG from 0x0000000000000001
                        access(all) fun main() {}
                        """);
    }

    @Test
    void leavesTextThatOnlyLooksLikeAnImport() {
        String source =
                """
                // see import "FlowEpoch"
                access(all) let x = "import"
                import Crypto
                """;
        assertThat(new Program("x", source).resolvedWith(CONTRACTS)).isEqualTo(source);
    }

    @Test
    void saysWhichContractHasNoAddress() {
        Program program = new Program("tally", "import \"FlowClusterQC\"\n");
        assertThatThrownBy(() -> program.resolvedWith(CONTRACTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tally")
                .hasMessageContaining("FlowClusterQC");
    }

    @Test
    void writesAndOrdersAddressesAsNumbersWithoutSign() {
        assertThat(FlowAddress.of("0xF8D6e0586b0a20c7"))
                .hasToString("0xf8d6e0586b0a20c7")
                .isGreaterThan(FlowAddress.of("1"));
        assertThat(FlowAddress.of("1").hex()).isEqualTo("0000000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "xyz", "0x12345678901234567", "-1"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> FlowAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
