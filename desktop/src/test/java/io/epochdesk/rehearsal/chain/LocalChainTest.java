package io.epochdesk.rehearsal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CompositeKind;
import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

@BesideOthers
final class LocalChainTest {

    private static ChainOptions played(Instant now) {
        return new ChainOptions(7, 1_000, 2_000, Past.NONE, () -> now, 600, 6, false, true, 3);
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
                                8,
                                1_000,
                                2_000,
                                Past.NONE,
                                () -> TestChain.NOW,
                                600,
                                6,
                                false,
                                true,
                                3));
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
                new ChainOptions(7, 0, 0, Past.NONE, () -> TestChain.NOW, 600, 0, true, true, 3);
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

    @Test
    void aPastIsReadLikeAnyBlocksAndChangesWithNothing() throws Refusal {
        CompositeValue told =
                new CompositeValue(CompositeKind.EVENT, "A.01.FlowEpoch.EpochSetup", List.of());
        Past past = new Past(700_000, Duration.ofMillis(800), 690_000, List.of(told));
        TestChain test =
                new TestChain(
                        new ChainOptions(
                                7,
                                1_000_000,
                                9_000_000,
                                past,
                                () -> TestChain.NOW,
                                600,
                                6,
                                false,
                                true,
                                3));
        Block first = test.chain.latestFinalized();
        Block before = test.chain.block(999_999).orElseThrow();
        Block old = test.chain.block(310_000).orElseThrow();

        assertThat(test.chain.root().height()).isEqualTo(300_000);
        assertThat(test.chain.block(299_999)).isEmpty();
        assertThat(first.parentId()).isEqualTo(before.id());
        assertThat(test.chain.block(before.id())).contains(before);
        assertThat(before.parentId()).isEqualTo(test.chain.block(999_998).orElseThrow().id());
        assertThat(old.seals()).singleElement().extracting(Block.Seal::height).isEqualTo(309_994L);
        long views = 9_000_000 - old.view();
        assertThat(views).isBetween(707_000L, 708_000L);
        assertThat(Duration.between(old.timestamp(), TestChain.NOW))
                .isEqualTo(Duration.ofMillis(800).multipliedBy(views));
        assertThat(test.chain.nextHeightWithEvents(0)).contains(310_000L);
        assertThat(test.chain.events(told.typeId(), 309_900, 310_100))
                .hasSize(201)
                .filteredOn(block -> !block.events().isEmpty())
                .singleElement()
                .extracting(BlockEvents::blockId)
                .isEqualTo(old.id());
        assertThat(test.chain.latestSealed().height()).isEqualTo(999_994);
        assertThat(test.chain.account(test.account, 999_994).keys()).isNotEmpty();
        assertThatThrownBy(() -> test.chain.account(test.account, 999_993))
                .isInstanceOf(Refusal.class);
        assertThat(test.chain.appendBlock(9_000_001)).isEqualTo(1_000_001);
        assertThat(test.chain.latestFinalized().parentId()).isEqualTo(first.id());
        assertThat(test.chain.block(first.id())).contains(first);
    }

    @Test
    void viewsAndBlocksOfAPastAreTheSameTold() {
        long last = 0;
        for (long blocks = 1; blocks < 1_000; blocks++) {
            assertThat(Past.blocksWithin(Past.views(blocks))).isEqualTo(blocks);
            assertThat(Past.views(blocks)).isGreaterThan(last);
            last = Past.views(blocks);
        }
        assertThat(Past.blocksWithin(39)).isEqualTo(38);
        assertThat(Past.blocksWithin(40)).isEqualTo(39);
    }
}
