package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.epochdesk.network.ChainId;
import io.epochdesk.network.NetworkProfiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class AuditedTextsTest {

    /** Where the published manifests are, to try them; none by default. */
    private static final String MANIFESTS = System.getProperty("epochdesk.manifests", "");

    @TempDir private Path folder = Path.of("");

    private Path manifest(String text) throws IOException {
        Path file = folder.resolve("manifest.mainnet.json");
        Files.writeString(file, text);
        return file;
    }

    @Test
    void anAlteredTextIsRefusedByName() throws IOException {
        Path file =
                manifest(
                        """
                        {"network": "mainnet", "templates": [
                          {"id": "SCO.02", "source": "transaction {}"},
                          {"id": "SCO.17", "source": "transaction { prepare(thief: &Account) {} }"}
                        ]}
                        """);

        assertThatThrownBy(() -> AuditedTexts.read(file, ChainId.MAINNET))
                .hasMessageContaining("TXN-816")
                .hasMessageContaining("SCO.17");
    }

    @Test
    void aManifestOfAnotherNetworkIsRefused() throws IOException {
        Path file = manifest("{\"network\": \"testnet\", \"templates\": []}");

        assertThatThrownBy(() -> AuditedTexts.read(file, ChainId.MAINNET))
                .hasMessageContaining("TXN-817")
                .hasMessageContaining("flow-testnet");
    }

    @Test
    void whatIsNoManifestIsRefused() throws IOException {
        for (String text : List.of("", "[]", "{", "{\"network\": \"mainnet\"}")) {
            Path file = manifest(text);
            assertThatThrownBy(() -> AuditedTexts.read(file, ChainId.MAINNET))
                    .hasMessageContaining("TXN-817");
        }
        assertThatThrownBy(() -> AuditedTexts.read(folder, ChainId.MAINNET))
                .hasMessageContaining("TXN-817");
    }

    @Test
    void whereManifestsAreIsAskedEachTimeAndAlteredOnesKeepAFlowFromItsReview() throws IOException {
        String[] place = {""};
        TemplateTexts texts =
                new TemplateTexts(
                        NetworkProfiles.mainnet(),
                        () -> AuditedTexts.in(place[0], ChainId.MAINNET));
        assertThat(texts.of(Template.REGISTER_NODE).isAudited()).isFalse();
        place[0] = folder.toString();
        assertThatThrownBy(() -> texts.of(Template.REGISTER_NODE)).hasMessageContaining("TXN-817");
        Path file =
                manifest(
                        """
                        {"network": "mainnet", "templates": [{"id": "SCO.17", "source": "steal"}]}
                        """);
        assertThatThrownBy(() -> texts.of(Template.REGISTER_NODE)).hasMessageContaining("TXN-816");
        place[0] = file.toString();
        assertThatThrownBy(() -> texts.of(Template.REGISTER_NODE)).hasMessageContaining("TXN-816");
        // nothing is published for these
        AuditedTexts none = AuditedTexts.in(place[0], ChainId.EMULATOR);
        assertThat(none.of(Template.REGISTER_NODE)).isEmpty();
    }

    @Test
    void withoutAManifestTheConsolesOwnTextsAreSigned() {
        TemplateTexts texts = TemplateTexts.own(NetworkProfiles.mainnet());
        for (Template template : Template.values()) {
            TemplateTexts.Text text = texts.of(template);
            assertThat(text.isAudited()).isFalse();
            assertThat(text.source()).doesNotContain("import \"");
            assertThat(texts.find(text.source()))
                    .map(TemplateTexts.Found::template)
                    .contains(template);
        }
        assertThat(texts.find("transaction {}")).isEmpty();
    }

    @Test
    void theManifestsListWhatTheIssueNames() {
        assertThat(Arrays.stream(Template.values()).filter(AuditedTexts::isListed))
                .extracting(Template::standsFor)
                .containsExactlyInAnyOrder(
                        "SCO.01", "SCO.04", "SCO.15", "SCO.16", "SCO.17", "FA.02", "FA.03");
    }

    @Test
    void thePublishedManifestsAreAccepted() {
        assumeThat(MANIFESTS).isNotEmpty();
        for (ChainId chain : List.of(ChainId.MAINNET, ChainId.TESTNET)) {
            String name = chain.value().replace("flow-", "manifest.") + ".json";
            AuditedTexts audited = AuditedTexts.read(Path.of(MANIFESTS, name), chain);
            TemplateTexts texts =
                    new TemplateTexts(NetworkProfiles.of(chain).orElseThrow(), () -> audited);
            for (Template template : Template.values()) {
                TemplateTexts.Text text = texts.of(template);
                assertThat(text.isAudited()).isEqualTo(AuditedTexts.isListed(template));
                assertThat(texts.find(text.source()))
                        .map(TemplateTexts.Found::template)
                        .contains(template);
            }
        }
    }
}
