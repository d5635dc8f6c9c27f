package io.epochdesk.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Templates of flow-core-contracts are known by their hashes alone, so their texts are not here:
 * the property names a folder that has some of them, such as {@code transactions/dkg} of a
 * checkout.
 */
class UpstreamTemplatesTest {

    private static final String FOLDER = "epochdesk.upstream.templates";

    private final ProgramCatalogue catalogue =
            ProgramCatalogue.of(Contracts.emulator(), StakingSignatures.wellFormed());

    @Test
    void anotherTextIsNotATemplate() {
        assertThat(catalogue.transaction("transaction(keyIndex: Int) {}")).isEmpty();
        assertThat(catalogue.transaction("import \"FlowDKG\"")).isEmpty();
        assertThat(catalogue.transaction("")).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = FOLDER, matches = ".+")
    void everyTemplateIsKnownWithImportsByNameAndByAddress() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of(System.getProperty(FOLDER)))) {
            files = found.filter(file -> file.toString().endsWith(".cdc")).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String text = Files.readString(file);
            Program program = new Program(file.toString(), text);
            String resolved = program.resolvedWith(Contracts.emulator());
            assertThat(catalogue.transaction(text)).as("%s by name", file).isPresent();
            assertThat(catalogue.transaction(resolved)).as("%s by address", file).isPresent();
            if (!resolved.equals(text)) {
                String elsewhere = resolved.replaceAll("from 0x[0-9a-f]{16}", "from 0x01");
                assertThat(catalogue.transaction(elsewhere))
                        .as("%s with other contracts", file)
                        .isEmpty();
            }
        }
    }

    @Test
    void ownProgramsComeBeforeTemplates() {
        Map<String, String> rooms = Map.of("submit_vote", "registration", "revoke_key", "accounts");
        rooms.forEach(
                (name, room) ->
                        assertThat(
                                        catalogue.transaction(
                                                Program.shipped(room, name)
                                                        .resolvedWith(Contracts.emulator())))
                                .hasValueSatisfying(
                                        program -> assertThat(program.name()).isEqualTo(name)));
    }
}
