package io.epochdesk.rehearsal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class LocalChainTest {

    private static ChainOptions played(Instant now) {
        return new ChainOptions(7, 1_000, 2_000, () -> now, 600, 6, false, true, 3);
    }

    @Test
    void blocksFollowOneAnotherAndAreFoundByHeightAndId() {
        TestChain test = new TestChain(played(TestChain.NOW));
        for (long view = 2_001; view < 2_050; view += 3) {
            test.chain.appendBlock(view);
        }
        Block latest = test.chain.latestFinalized();

        assertThat(latest.height()).isEqualTo(1_017);
        assertThat(latest.view()).isEqualTo(2_049);
        assertThat(latest.timestamp()).isEqualTo(TestChain.NOW);
        assertThat(test.chain.block(latest.parentId())).contains(test.chain.block(1_016).get());
        assertThat(test.chain.block(latest.id())).contains(latest);
        assertThat(test.chain.root().height()).isEqualTo(1_000);
        assertThat(test.chain.block(999)).isEmpty();
        assertThat(test.chain.latestSealed().height()).isEqualTo(1_011);
        assertThat(latest.seals()).singleElement().extracting(Block.Seal::height).isEqualTo(1_011L);
        assertThatThrownBy(() -> test.chain.appendBlock(2_049))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noIdDependsOnTheClock() {
        TestChain one = new TestChain(played(TestChain.NOW));
        TestChain other = new TestChain(played(TestChain.NOW.plusSeconds(99)));
        TestChain seeded =
                new TestChain(
                        new ChainOptions(
                                8, 1_000, 2_000, () -> TestChain.NOW, 600, 6, false, true, 3));
        for (TestChain each : List.of(one, other, seeded)) {
            each.chain.appendBlock(2_001);
        }
        Identifier id = one.chain.latestFinalized().id();

        assertThat(other.chain.latestFinalized().id()).isEqualTo(id);
        assertThat(seeded.chain.latestFinalized().id()).isNotEqualTo(id);
    }

    @Test
    void aTransactionWaitsForItsBlockAndThatForItsSeal() throws Refusal {
        TestChain test = new TestChain(played(TestChain.NOW));
        Identifier id = test.chain.submit(test.say("hello").signed());

        assertThat(test.chain.result(id).status()).isEqualTo(TransactionStatus.PENDING);
        test.chain.appendBlock(2_001);
        assertThat(test.chain.result(id).status()).isEqualTo(TransactionStatus.FINALIZED);
        assertThat(test.chain.result(id).events()).isEmpty();
        for (long view = 2_002; view <= 2_004; view++) {
            test.chain.appendBlock(view);
        }
        assertThat(test.chain.result(id).status()).isEqualTo(TransactionStatus.EXECUTED);
        for (long view = 2_005; view <= 2_007; view++) {
            test.chain.appendBlock(view);
        }
        TransactionResult sealed = test.chain.result(id);
        assertThat(sealed.status()).isEqualTo(TransactionStatus.SEALED);
        assertThat(sealed.events()).hasSize(2);
        assertThat(test.chain.collection(sealed.collectionId()).orElseThrow().transactions())
                .containsExactly(id);
        assertThat(test.chain.nextHeightWithEvents(0)).contains(1_001L);
        assertThat(test.chain.events("A.0ae53cb6e3f42a79.FlowToken.Heard", 1_000, 1_900))
                .hasSize(2)
                .last()
                .satisfies(block -> assertThat(block.events()).hasSize(1));
        assertThat(test.chain.result(Identifier.ZERO).status())
                .isEqualTo(TransactionStatus.UNKNOWN);
    }

    @Test
    void accountsArePastOnesWithinTheWindowOnly() throws Refusal {
        TestChain test = TestChain.manual();
        ChainOptions options =
                new ChainOptions(7, 0, 0, () -> TestChain.NOW, 600, 0, true, true, 3);
        TestChain windowed = new TestChain(options);
        for (int i = 0; i < 5; i++) {
            windowed.chain.submit(windowed.say("hello " + i).signed());
        }
        assertThat(windowed.chain.account(test.account, 5).keys().getFirst().sequenceNumber())
                .isEqualTo(5);
        assertThat(windowed.chain.account(test.account, 3).keys().getFirst().sequenceNumber())
                .isEqualTo(3);
        assertThatThrownBy(() -> windowed.chain.account(test.account, 2))
                .isInstanceOf(Refusal.class)
                .hasMessage("data for block height 2 is not available");
        assertThatThrownBy(() -> windowed.chain.account(test.account, 6))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoWaitsIsToldOfBlocksAndOfTheEnd() throws InterruptedException {
        TestChain test = new TestChain(played(TestChain.NOW));
        assertThat(test.chain.awaitFinalized(1_000, Duration.ZERO)).isEqualTo(1_000);
        Thread maker = Thread.ofVirtual().start(() -> test.chain.appendBlock(2_001));
        assertThat(test.chain.awaitFinalized(1_000, Duration.ofSeconds(10))).isEqualTo(1_001);
        maker.join();
        Thread closer = Thread.ofVirtual().start(test.chain::close);
        assertThat(test.chain.awaitSealed(1_000, Duration.ofSeconds(10))).isEqualTo(1_000);
        closer.join();
    }

    @Test
    void aWeekOfEmptyBlocksStaysSmall() {
        TestChain test = new TestChain(played(TestChain.NOW));
        Identifier early = Identifier.ZERO;
        for (long view = 2_001; view <= 752_000; view++) {
            test.chain.appendBlock(view);
            if (view == 5_000) {
                early = test.chain.latestFinalized().id();
            }
        }
        assertThat(test.chain.latestFinalized().height()).isEqualTo(751_000);
        assertThat(test.chain.block(early).orElseThrow().view()).isEqualTo(5_000);
    }
}
