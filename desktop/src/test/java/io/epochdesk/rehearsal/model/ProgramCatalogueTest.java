package io.epochdesk.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.Program;

import org.junit.jupiter.api.Test;

import java.util.List;

class ProgramCatalogueTest {

    private final ProgramCatalogue catalogue =
            ProgramCatalogue.of(Contracts.emulator(), StakingSignatures.wellFormed());

    @Test
    void aTextIsKnownWhateverItsCommentsAndBlanks() {
        String text = Program.shipped("epoch", "metadata").resolvedWith(Contracts.emulator());
        assertThat(catalogue.script(text)).isPresent();
        assertThat(catalogue.script("/* a */\n" + text.replace("\n", "\n\n  // b\n"))).isPresent();
        assertThat(catalogue.script(text.replace("startView", "endView"))).isEmpty();
        assertThat(catalogue.transaction(text)).isEmpty();
    }

    @Test
    void wrongArgumentsAreRefusedInTheChainsWords() {
        ScriptProgram script =
                catalogue
                        .script(
                                Program.shipped("epoch", "metadata")
                                        .resolvedWith(Contracts.emulator()))
                        .orElseThrow();
        World world = new Genesis().world();
        assertThatThrownBy(() -> script.run(world, SampleWorlds.at(1), List.of()))
                .hasMessageContaining(
                        "error: entry point parameter count mismatch: expected 1, got 0");
        assertThatThrownBy(
                        () ->
                                script.run(
                                        world,
                                        SampleWorlds.at(1),
                                        List.of(CadenceValues.string("1"))))
                .hasMessageContaining(
                        "error: invalid argument at index 0: expected value of type `UInt64`");
    }

    @Test
    void wordsThatBlanksKeepApartStayApart() {
        assertThat(NormalText.of("let a = b // c\n as d")).isEqualTo("let a=b as d");
        assertThat(NormalText.of("\"// kept  so\" x")).isEqualTo("\"// kept  so\"x");
    }
}
