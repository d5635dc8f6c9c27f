package io.epochdesk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.doctor.words.FindingText;
import io.epochdesk.doctor.words.RemedyText;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

class FindingTextTest {

    private static final Formats FORMATS = new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC);

    @Test
    void saysWhatItIsWhatComesOfItWhenAndWhatToDo() {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        node.account = node.account("0.3", node.account.keys());
        FindingText text = text(node, HealthyNode.NOW.plusSeconds(5));
        assertThat(text.code()).isEqualTo("DOC-873");
        assertThat(text.sentence())
                .isEqualTo(
                        "The balance of 0.3 FLOW does not cover the maximum fee of 0.40006 and the"
                                + " reservation of 0.001: transactions are refused below 0.40106.");
        assertThat(text.consequence())
                .isEqualTo(
                        "This node cannot vote in the setup of epoch 8, which opens in 1 h 6 min.");
        assertThat(text.steps())
                .extracting(RemedyText::sentence)
                .containsExactly("Send 0.45 FLOW to 0x179b6b1cb6755e31, which brings it to 0.75.");
        assertThat(text.evidence())
                .containsExactly(
                        "balance: 0.3 (0x179b6b1cb6755e31, block 77 by here, 5 s ago)",
                        "maximum fee: 0.40006 (FlowFees, block 77 by here, 5 s ago)");
    }

    @Test
    void saysHowLongAnOpenSetupStillIs() {
        HealthyNode node = new HealthyNode(NodeRole.CONSENSUS);
        node.schedule = HealthyNode.schedule(EpochPhase.EPOCH_SETUP);
        node.key = HealthyNode.key(2);
        assertThat(text(node, HealthyNode.NOW).consequence())
                .startsWith("This node cannot take part in the DKG of the setup of epoch 9, which");
    }

    @Test
    void saysNoTimeThatIsOver() {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        node.key = HealthyNode.key(2);
        assertThat(text(node, HealthyNode.NOW.plusSeconds(4_000)).consequence())
                .isEqualTo("This node cannot vote in the setup of epoch 8, which opens next.");
        node.schedule = new Schedule(null, null, null);
        assertThat(text(node, HealthyNode.NOW).consequence())
                .isEqualTo("This node cannot vote in the next setup.");
    }

    @Test
    void knowsWhenNobodyCanEverSignAgain() {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        node.account =
                node.account(
                        "6",
                        List.of(
                                new OnChainKey(
                                        0,
                                        node.key.publicKey().hex(),
                                        node.key.algorithm(),
                                        node.hash,
                                        1000,
                                        true)));
        assertThat(text(node, HealthyNode.NOW).steps())
                .extracting(RemedyText::kind)
                .containsExactly("replaceNode");
    }

    private static FindingText text(HealthyNode node, Instant now) {
        return FindingText.of(FORMATS, node.examined().findings().getFirst(), now);
    }
}
