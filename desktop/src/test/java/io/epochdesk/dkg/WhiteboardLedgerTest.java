package io.epochdesk.dkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.dkg.WhiteboardEntry.Flag;
import io.epochdesk.dkg.WhiteboardEntry.Origin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class WhiteboardLedgerTest {

    private static final String MINE = "dkg-flow-emulator-4";
    private static final Committee THREE =
            new Committee(List.of("a", "b", "c"), 1, Map.of("a", 0, "b", 1, "c", 2));

    private final WhiteboardLedger ledger;

    WhiteboardLedgerTest(@TempDir Path folder) {
        ledger = new WhiteboardLedger(new ContentStore(folder, ContentStore.MEMORY_LIMIT));
        ledger.judgeBy(new EntryJudge(MINE, THREE));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aHappyVectorHasNoFlag() {
        post("a", vector(2), MINE);

        WhiteboardEntry entry = last();
        assertThat(entry.kind()).isEqualTo(MessageKind.VERIFICATION_VECTOR);
        assertThat(entry.dataSize()).isEqualTo(193);
        assertThat(entry.expectedSize()).isEqualTo(193);
        assertThat(entry.flags()).isEmpty();
    }

    @Test
    void aVectorOfAnotherThresholdHasTheWrongSize() {
        post("a", vector(3), MINE);

        assertThat(last().flags()).containsExactly(Flag.WRONG_SIZE);
        assertThat(ledger.tally().senders().get("a"))
                .extracting("firstVectorFits")
                .isEqualTo(false);
    }

    @Test
    void theFirstVectorCountsWhateverComesAfterIt() {
        post("a", vector(2), MINE);
        post("a", vector(3), MINE);

        assertThat(last().flags()).containsExactlyInAnyOrder(Flag.WRONG_SIZE, Flag.REPEATED_KIND);
        assertThat(ledger.tally().senders().get("a")).extracting("firstVectorFits").isEqualTo(true);
    }

    @Test
    void theSameContentAgainIsADuplicateAndNotARepetition() {
        ledger.append("a", content(vector(2), MINE), origin(1));
        ledger.append("a", content(vector(2), MINE), origin(2));

        assertThat(last().flags()).containsExactly(Flag.DUPLICATE);
    }

    @Test
    void contentsWithTheSameHashAreNoDuplicatesUnlessTheyAreTheSame() {
        String one = "Aa".repeat(20);
        String other = "BB".repeat(20);
        assertThat(one).hasSameHashCodeAs(other);

        ledger.append("a", one, origin(1));
        ledger.append("a", other, origin(2));
        assertThat(last().flags()).containsExactly(Flag.UNPARSABLE);

        ledger.append("a", one, origin(3));
        assertThat(last().flags()).containsExactlyInAnyOrder(Flag.UNPARSABLE, Flag.DUPLICATE);
    }

    @Test
    void theSameContentByAnotherNodeIsNoDuplicate() {
        ledger.append("a", content(vector(2), MINE), origin(1));
        ledger.append("b", content(vector(2), MINE), origin(2));

        assertThat(last().flags()).isEmpty();
    }

    @Test
    void complaintsRepeatOnlyAboutTheSameDealer() {
        post("a", new byte[] {2, 1}, MINE);
        post("a", new byte[] {2, 2}, MINE);
        assertThat(last().flags()).isEmpty();

        ledger.append("a", content(new byte[] {2, 1}, MINE).replace("{", "{ "), origin(3));
        assertThat(last().flags()).containsExactly(Flag.REPEATED_KIND);
        assertThat(ledger.tally().senders().get("a"))
                .extracting("complaintsMade")
                .isEqualTo(List.of(1, 2));
    }

    @Test
    void aComplaintAboutNobodyIsOutOfRange() {
        post("a", new byte[] {2, 3}, MINE);

        assertThat(last().subject()).isEqualTo(3);
        assertThat(last().flags()).containsExactly(Flag.SUBJECT_OUT_OF_RANGE);
        assertThat(ledger.tally().senders().get("a"))
                .extracting("complaintsMade")
                .isEqualTo(List.of());
    }

    @Test
    void messagesOfAnotherInstanceCountForNothingButThemselves() {
        post("a", vector(2), "dkg-flow-emulator-3");
        post("a", vector(2), MINE);

        SenderTally sender = ledger.tally().senders().get("a");
        assertThat(sender).isNotNull();
        assertThat(ledger.entries().getFirst().flags()).containsExactly(Flag.WRONG_INSTANCE);
        assertThat(last().flags()).isEmpty();
        assertThat(sender).extracting("vectors", "foreignVectors").containsExactly(1, 1);
        assertThat(ledger.tally().invalid()).isEqualTo(1);
    }

    @Test
    void aSenderOutsideTheCommitteeIsUnknown() {
        post("z", vector(2), MINE);

        assertThat(last().flags()).containsExactly(Flag.UNKNOWN_SENDER);
    }

    @Test
    void aPrivateShareDoesNotBelongOnTheBoard() {
        post("a", new byte[33], MINE);

        assertThat(last().kind()).isEqualTo(MessageKind.PRIVATE_SHARE);
        assertThat(last().flags()).containsExactly(Flag.UNKNOWN_KIND);
    }

    @Test
    void whatCannotBeParsedIsKept() {
        ledger.append("a", "rubbish ☃", origin(1));

        assertThat(last().kind()).isEqualTo(MessageKind.UNPARSABLE);
        assertThat(last().contentSize()).isEqualTo(11);
        assertThat(ledger.contents().contentOf(0)).isEqualTo("rubbish ☃");
    }

    @Test
    void anAbsurdlyLongInstanceIdIsCut() {
        post("a", vector(2), "x".repeat(100_000));

        assertThat(last().instanceId()).hasSize(129);
        assertThat(last().flags()).containsExactly(Flag.WRONG_INSTANCE);
    }

    @Test
    void whatIsNotKnownYetFlagsNothingAndIsJudgedOnceKnown(@TempDir Path folder) {
        try (WhiteboardLedger unknowing =
                new WhiteboardLedger(new ContentStore(folder, ContentStore.MEMORY_LIMIT))) {
            unknowing.append("z", content(vector(3), "dkg-flow-emulator-3"), origin(1));
            List<WhiteboardEntry> before = unknowing.entries();
            assertThat(before.getFirst().flags()).isEmpty();

            unknowing.judgeBy(new EntryJudge(MINE, THREE));

            assertThat(unknowing.entries().getFirst().flags())
                    .containsExactlyInAnyOrder(
                            Flag.WRONG_INSTANCE, Flag.UNKNOWN_SENDER, Flag.WRONG_SIZE);
            assertThat(before.getFirst().flags()).isEmpty();

            unknowing.judgeBy(new EntryJudge("dkg-flow-emulator-3", THREE));

            assertThat(unknowing.entries().getFirst().flags())
                    .containsExactlyInAnyOrder(Flag.UNKNOWN_SENDER, Flag.WRONG_SIZE);
        }
    }

    private void post(String sender, byte[] data, String instanceId) {
        ledger.append(sender, content(data, instanceId), origin(1));
    }

    private WhiteboardEntry last() {
        return ledger.entries().getLast();
    }

    private static String content(byte[] data, String instanceId) {
        return SampleWhiteboard.content(data, instanceId, new byte[48]);
    }

    private static Origin origin(long height) {
        return new Origin(height, "ab".repeat(32));
    }

    private static byte[] vector(int points) {
        byte[] data = new byte[1 + 96 * points];
        data[0] = 1;
        return data;
    }
}
