package io.epochdesk.dkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.CompositeKind;
import io.epochdesk.dkg.WhiteboardEntry.Flag;
import io.epochdesk.dkg.WhiteboardEntry.Origin;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.FakeNetwork;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class WhiteboardWatchTest implements WhiteboardWatch.Listener {

    private static final String NODE = "0".repeat(63) + "1";
    private static final long SETUP = 710;
    private static final byte[] SIGNED = new byte[48];

    private final FakeNetwork network = new FakeNetwork().blocks(0, 800, 0, 1);
    private final WhiteboardWatch watch;
    private final List<Whiteboard> boards = new ArrayList<>();
    private @Nullable Fault trouble;
    private int moves;
    private int missing;

    WhiteboardWatchTest(@TempDir Path folder) {
        watch = new WhiteboardWatch(network, folder, this);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void startedInMidSetupItTellsTheWholeBoardFromItsBeginning() {
        network.past(start(SETUP))
                .past(setup(SETUP, 6))
                .past(message(SETUP + 3, 1, "one"))
                .past(message(SETUP + 9, 1, "two"));

        tendAndCatchUp();

        assertThat(contents()).containsExactly("one", "two");
        assertThat(board())
                .extracting(
                        Whiteboard::startHeight,
                        Whiteboard::provedFrom,
                        Whiteboard::completeTo,
                        Whiteboard::counter,
                        Whiteboard::instanceId)
                .containsExactly(SETUP, SETUP, 800L, 6L, "dkg-flow-emulator-6");
        assertThat(trouble).isNull();
    }

    /**
     * Whoever holds the heartbeat can end an auction before its last view; an emulator's blocks
     * have views at random, so there it happened in one run of ten. The start was looked for from
     * the last view on, in vain, and the list asked for, which no script returns of a large board.
     */
    @Test
    void aDkgThatStartedBeforeTheAuctionsLastViewIsFound() {
        network.past(start(695))
                .past(setup(695, 6))
                .past(message(697, 1, "early"))
                .past(message(SETUP + 3, 1, "late"));

        tendAndCatchUp();

        assertThat(contents()).containsExactly("early", "late");
        assertThat(board().startHeight()).isEqualTo(695);
        assertThat(network.runs("whiteboard")).isZero();
    }

    @Test
    void itDoesNotAskTheContractForItsListWhenTheEventsTellItAll() {
        network.past(start(SETUP)).past(setup(SETUP, 6));

        tendAndCatchUp();

        assertThat(network.runs("whiteboard")).isZero();
    }

    @Test
    void forWhichEpochADkgOfThePastIsIsAskedOfTheBlockItBeganIn() {
        network.past(start(SETUP)).past(setup(SETUP, 6)).past(message(SETUP + 3, 1, "one"));
        // the state was read at a height that the events have not come to
        tend(900);
        network.catchUp();
        assertThat(board().counter()).as("the past is told without signals").isEqualTo(-1);
        assertThat(missing).as("the next tending can read more").isPositive();
        int before = network.rangeCalls();

        tend(900);
        tend(900);

        assertThat(board().counter()).isEqualTo(6);
        assertThat(network.rangeCalls()).as("asked once").isEqualTo(before + 1);
    }

    @Test
    void whereTheAnnouncementIsGoneTheStateSaysForWhichEpochTheBoardIs() {
        network.past(start(SETUP)).past(message(SETUP + 3, 1, "one"));
        tend(900);
        network.catchUp();
        int before = network.rangeCalls();
        tend(900);
        tend(900);
        assertThat(board().counter()).isEqualTo(-1);

        tend(800);

        assertThat(board().counter()).isEqualTo(6);
        assertThat(board().instanceId()).isEqualTo("dkg-flow-emulator-6");
        assertThat(network.rangeCalls()).as("asked once").isEqualTo(before + 1);
    }

    @Test
    void announcementsThatCannotBeReadAreAskedForAgainLater() {
        network.past(start(SETUP)).past(setup(SETUP, 6)).past(message(SETUP + 3, 1, "one"));
        tend(900);
        network.catchUp();
        network.prunedBefore(790);
        int before = network.rangeCalls();
        tend(900);
        tend(900);
        assertThat(network.rangeCalls()).as("not asked again at once").isEqualTo(before + 1);
        assertThat(board().counter()).isEqualTo(-1);

        network.prunedBefore(0);
        for (int i = 0; i < 60; i++) {
            tend(900);
        }

        assertThat(board().counter()).isEqualTo(6);
    }

    @Test
    void itSaysOnceThatAnotherTendingCanFillTheFront() {
        network.past(message(750, 1, "three"));
        list("one", "two", "three");

        tendAndCatchUp();
        network.happen(801, message(801, 1, "four"));

        assertThat(missing).isEqualTo(1);
    }

    @Test
    void followsWhatIsPostedFromThenOn() {
        network.past(start(SETUP)).past(setup(SETUP, 6));
        tendAndCatchUp();

        network.happen(801, message(801, 1, "new"));
        network.happen(802);

        assertThat(contents()).containsExactly("new");
        assertThat(board().completeTo()).isEqualTo(802);
        assertThat(board().entries().getFirst().origin().height()).isEqualTo(801);
    }

    @Test
    void keysThatEventsAnnounceAreKeptWithTheirBoard() {
        network.past(start(SETUP)).past(setup(SETUP, 6));
        tendAndCatchUp();

        network.happen(801, commit(801, 5), commit(801, 6));
        network.happen(802, end(802));

        assertThat(board().announced())
                .extracting(AnnouncedKeys::event, AnnouncedKeys::height, AnnouncedKeys::groupKey)
                .containsExactly(
                        tuple(AnnouncedKeys.Event.EPOCH_COMMIT, 801L, "ab"),
                        tuple(AnnouncedKeys.Event.END_DKG, 802L, "cd"));
        network.happen(900, start(900), setup(900, 7));
        assertThat(board().announced()).isEmpty();
    }

    @Test
    void aBoardWhoseBeginningIsNotKnownClaimsNoResult() {
        list();
        tendAndCatchUp();

        network.happen(801, commit(801, 6));

        assertThat(board().announced()).isEmpty();
    }

    private ChainEvent commit(long height, long counter) {
        return network.event(
                height,
                (int) counter,
                "FlowEpoch",
                "EpochCommit",
                event(
                        "FlowEpoch.EpochCommit",
                        new Field("counter", CadenceValues.uint64(counter)),
                        new Field("dkgGroupKey", CadenceValues.string("ab")),
                        new Field("dkgPubKeys", CadenceValues.array(CadenceValues.string("ef"))),
                        new Field("dkgIdMapping", CadenceValues.dictionary(Map.of()))));
    }

    private ChainEvent end(long height) {
        return network.event(
                height,
                0,
                "FlowDKG",
                "EndDKG",
                event(
                        "FlowDKG.EndDKG",
                        new Field(
                                "finalSubmission",
                                CadenceValues.optional(
                                        CadenceValues.composite(
                                                CompositeKind.STRUCT,
                                                "A.f8d6e0586b0a20c7.FlowDKG.ResultSubmission",
                                                new Field(
                                                        "groupPubKey",
                                                        CadenceValues.optional(
                                                                CadenceValues.string("cd"))),
                                                new Field("pubKeys", CadenceValues.nil()),
                                                new Field("idMapping", CadenceValues.nil()))))));
    }

    @Test
    void anotherStartBeginsAnotherBoard() {
        network.past(start(SETUP)).past(setup(SETUP, 6)).past(message(SETUP + 1, 1, "old"));
        tendAndCatchUp();

        network.happen(900, start(900), setup(900, 7), message(900, 5, "new"));

        assertThat(contents()).containsExactly("new");
        assertThat(board())
                .extracting(Whiteboard::startHeight, Whiteboard::instanceId)
                .containsExactly(900L, "dkg-flow-emulator-7");
        assertThat(moves).isPositive();
    }

    /**
     * Ranges of the past hold messages only, so that the beginning of a later board among them is
     * not told; it is found with the announcements, and the board is read anew from there.
     */
    @Test
    void aLaterStartInThePastBeginsAnotherBoardAsWell() {
        network.past(start(SETUP))
                .past(setup(SETUP, 6))
                .past(message(SETUP + 1, 1, "old"))
                .past(start(790))
                .past(setup(790, 7))
                .past(message(795, 1, "new"));
        tend(SETUP + 5);
        network.catchUp();

        tend(800);
        network.catchUp();
        tend(800);

        assertThat(contents()).containsExactly("new");
        assertThat(board())
                .extracting(Whiteboard::startHeight, Whiteboard::instanceId)
                .containsExactly(790L, "dkg-flow-emulator-7");
    }

    @Test
    void messagesOfTheLastDkgBeforeTheStartDoNotShow() {
        network.past(message(SETUP - 5, 1, "late straggler"))
                .past(start(SETUP))
                .past(setup(SETUP, 6));

        tendAndCatchUp();

        assertThat(contents()).isEmpty();
    }

    @Test
    void theListFillsTheFrontWhereTheEventsAreGone() {
        network.past(message(750, 1, "three")).past(message(760, 1, "four")).prunedBefore(740);
        list("one", "two", "three", "four");

        tendAndCatchUp();

        assertThat(contents()).containsExactly("one", "two", "three", "four");
        assertThat(board().provedFrom()).isEqualTo(740);
        assertThat(board().startHeight()).isEqualTo(-1);
        assertThat(board().entries())
                .extracting(entry -> entry.origin().isEventProved())
                .containsExactly(false, false, true, true);
        assertThat(board().entries().getFirst().origin()).isEqualTo(Origin.LIST);
        assertThat(board().instanceId()).isEqualTo("dkg-flow-emulator-6");
    }

    @Test
    void aBoardWhoseFrontIsStillToComeIsNotShownAsIfItWereWhole() {
        network.past(message(750, 1, "three")).past(message(760, 1, "four")).prunedBefore(740);
        list("one", "two", "three", "four");

        tendAndCatchUp();

        assertThat(boards).allSatisfy(shown -> assertThat(shown.entries()).hasSize(4));
    }

    @Test
    void theFrontIsFilledOnceAndNothingShowsTwice() {
        network.past(message(750, 1, "two")).prunedBefore(740);
        list("one", "two");
        tendAndCatchUp();

        network.happen(801, message(801, 1, "three"));
        list("one", "two", "three");
        tend(800);
        tend(800);

        assertThat(contents()).containsExactly("one", "two", "three");
    }

    @Test
    void aListTooLargeForAScriptIsAFaultAndTheEventsStillShow() {
        network.past(message(750, 1, "two"))
                .prunedBefore(740)
                .fail(
                        "whiteboard",
                        new ChainFault(
                                ChainFault.Kind.STORAGE_LIMIT, Map.of("script", "whiteboard"), ""));

        tendAndCatchUp();

        assertThat(contents()).containsExactly("two");
        assertThat(trouble).isNotNull().extracting(Fault::code).isEqualTo("CHN-312");
    }

    @Test
    void theWholeListIsReadAtTheHeightItsSizeWasReadAt() {
        network.prunedBefore(740);
        List<Long> heights = new ArrayList<>();
        network.answerAt(
                "whiteboard",
                (height, arguments) -> {
                    heights.add(height);
                    // the chain moves on between the pages, and so does its board
                    network.blocks(height, 801 + heights.size(), height, 1);
                    return page(arguments, height == 800 ? numbered(5_000) : numbered(9_000));
                });

        tendAndCatchUp();

        assertThat(heights).isNotEmpty().containsOnly(800L);
        assertThat(contents()).isEqualTo(List.of(numbered(5_000)));
    }

    @Test
    void aListOfAbsurdSizeIsAFaultAndIsNotAskedFor() {
        network.prunedBefore(740).past(message(750, 1, "two"));
        network.answer("whiteboard", arguments -> answer(Integer.MAX_VALUE, List.of()));

        tendAndCatchUp();

        assertThat(trouble).isNotNull().extracting(Fault::code).isEqualTo("CDC-211");
        assertThat(network.runs("whiteboard")).isEqualTo(1);
        assertThat(contents()).containsExactly("two");
    }

    @Test
    void aListThatPromisesMoreThanItTellsIsAFault() {
        network.prunedBefore(740);
        network.answer(
                "whiteboard",
                arguments -> {
                    String[] three = {"one", "two", "three"};
                    return number(arguments, 1) == 0
                            ? answer(4_000, List.of())
                            : answer(4_000, messages(arguments, three));
                });

        tendAndCatchUp();

        assertThat(trouble).isNotNull().extracting(Fault::code).isEqualTo("CDC-211");
        assertThat(contents()).isEmpty();
    }

    @Test
    void pagesTooLargeForAnAnswerAreReadInSmallerOnes() {
        network.prunedBefore(740);
        network.answer(
                "whiteboard",
                arguments -> {
                    if (number(arguments, 1) - number(arguments, 0) > 3) {
                        throw NetworkFault.of(
                                NetworkFault.Kind.ANSWER_TOO_LARGE, "", "node", "n", "limit", "1");
                    }
                    return page(arguments, numbered(10));
                });

        tendAndCatchUp();

        assertThat(trouble).isNull();
        assertThat(contents()).isEqualTo(List.of(numbered(10)));
    }

    @Test
    void aFrontThatIsNoLongerWantedIsNotReadToItsEnd() {
        network.prunedBefore(740);
        network.answer(
                "whiteboard",
                arguments -> {
                    if (number(arguments, 1) > 0) {
                        network.happen(801, start(801), setup(801, 7));
                    }
                    return page(arguments, numbered(5_000));
                });

        tendAndCatchUp();

        assertThat(network.runs("whiteboard")).isEqualTo(2);
        assertThat(contents()).isEmpty();
        assertThat(board().counter()).isEqualTo(7);
    }

    @Test
    void pagesOfAnotherChainAreNotMixedWithThoseOfThisOne() {
        network.prunedBefore(740);
        network.answer(
                "whiteboard",
                arguments -> {
                    if (number(arguments, 1) == 2_000) {
                        network.nextEra();
                    }
                    return page(arguments, numbered(5_000));
                });

        tendAndCatchUp();

        assertThat(trouble).isNotNull().extracting(Fault::code).isEqualTo("CHN-302");
        assertThat(contents()).isEmpty();
    }

    @Test
    void contentsThatCouldNotBeKeptStayUnreadableWhenTheFrontIsFilled(@TempDir Path folder)
            throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "no folder");
        String posted = SampleWhiteboard.content(new byte[] {2, 0}, "dkg-flow-emulator-6", SIGNED);
        try (WhiteboardBook book = new WhiteboardBook(network.profile(), occupied, 740, 0)) {
            book.take(List.of(message(750, 1, posted)), 750);
            assertThat(book.board().contents().contentOf(0)).isNull();

            WhiteboardLedger front = book.anotherLedger();
            Files.delete(occupied);
            front.append(NODE, "front", Origin.LIST);
            book.fillFront(front);

            assertThat(book.board().contents().contentOf(0)).isEqualTo("front");
            assertThat(book.board().contents().contentOf(1)).isNull();
            assertThat(book.board().entries().get(1))
                    .extracting(
                            WhiteboardEntry::position,
                            WhiteboardEntry::kind,
                            WhiteboardEntry::subject,
                            WhiteboardEntry::contentSize)
                    .containsExactly(1, MessageKind.COMPLAINT, 0, posted.length());
        }
    }

    @Test
    void inTheAuctionTheListTellsTheLastBoard() {
        list("old one", "old two");

        tend(EpochPhase.STAKING_AUCTION, 800);
        network.catchUp();
        tend(EpochPhase.STAKING_AUCTION, 800);

        assertThat(contents()).containsExactly("old one", "old two");
        assertThat(board().counter()).isEqualTo(5);
    }

    @Test
    void aNewSetupReplacesWhatTheListTold() {
        list("old");
        tend(EpochPhase.STAKING_AUCTION, 800);
        network.catchUp();
        tend(EpochPhase.STAKING_AUCTION, 800);

        network.happen(801, start(801), setup(801, 6), message(801, 3, "new"));

        assertThat(contents()).containsExactly("new");
        assertThat(board().provedFrom()).isEqualTo(801);
    }

    @Test
    void eventsThatAreGoneAreFollowedFromTheLowestHeightStillThere() {
        network.past(start(SETUP)).past(setup(SETUP, 6)).past(message(790, 1, "two"));
        tend(800);
        network.prunedBefore(777).interrupt(lacking(710));
        list("one", "two");

        tendAndCatchUp();

        assertThat(contents()).containsExactly("one", "two");
        assertThat(board().provedFrom()).isEqualTo(777);
        assertThat(network.followers()).isEqualTo(1);
    }

    /**
     * A busy node said of a later height that it did not have it. The board was begun anew behind
     * its beginning, and its front asked of the contract, whose list of a large board no script can
     * return.
     */
    @Test
    void aHeightThatANodeLacksForAMomentLeavesTheBoardAsItIs() {
        network.past(start(SETUP)).past(setup(SETUP, 6)).past(message(720, 1, "kept"));
        tendAndCatchUp();
        network.interrupt(lacking(801));

        tend(800);
        network.happen(801);

        assertThat(contents()).containsExactly("kept");
        assertThat(board().startHeight()).isEqualTo(SETUP);
        assertThat(network.runs("whiteboard")).isZero();
        assertThat(trouble).isNull();
    }

    /** The same when the start of the DKG is looked for: it is looked for again. */
    @Test
    void aStartThatANodeIsNotReadyToTellIsLookedForAgain() {
        network.past(start(SETUP)).past(setup(SETUP, 6)).past(message(720, 1, "one"));
        network.lacksEventsFrom(SETUP + 5);
        assertThatThrownBy(() -> tend(800))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().code()).isEqualTo("NET-124"));

        network.lacksEventsFrom(Long.MAX_VALUE);
        tendAndCatchUp();

        assertThat(contents()).containsExactly("one");
        assertThat(board().startHeight()).isEqualTo(SETUP);
        assertThat(network.runs("whiteboard")).isZero();
    }

    @Test
    void anInterruptionShowsUntilEventsComeAgain() {
        network.past(start(SETUP)).past(setup(SETUP, 6)).past(message(720, 1, "kept"));
        tendAndCatchUp();

        network.interrupt(new NetworkFault(NetworkFault.Kind.STREAM_CUT, Map.of("node", "n"), ""));
        assertThat(trouble).isNotNull().extracting(Fault::code).isEqualTo("NET-127");
        assertThat(contents()).containsExactly("kept");

        network.happen(801);
        assertThat(trouble).isNull();
    }

    @Test
    void aMessageWhoseEventCannotBeReadKeepsItsPlaceAndShowsAsUnreadable() {
        network.past(start(SETUP)).past(setup(SETUP, 6));
        tendAndCatchUp();

        network.happen(801, unreadable(801, 0), message(801, 1, "good"));

        assertThat(contents()).containsExactly("{\"type\":\"Event\"}", "good");
        WhiteboardEntry entry = board().entries().getFirst();
        assertThat(entry.flags()).containsExactly(Flag.UNREADABLE);
        assertThat(entry.nodeId()).isEmpty();
        assertThat(entry.origin().height()).isEqualTo(801);
        assertThat(board().entries().get(1).position()).isEqualTo(1);
        assertThat(board().tally().invalid()).isEqualTo(2);
        assertThat(board().tally().senders()).containsOnlyKeys(NODE);
    }

    @Test
    void aMessageThatCannotBeReadDoesNotShiftTheFront() {
        network.past(unreadable(750, 0)).past(message(760, 1, "four")).prunedBefore(740);
        list("one", "two", "three", "four");

        tendAndCatchUp();

        assertThat(contents()).containsExactly("one", "two", "{\"type\":\"Event\"}", "four");
        assertThat(board().entries().get(2).flags()).containsExactly(Flag.UNREADABLE);
    }

    @Test
    void messagesAreJudgedByTheCommitteeOnceItIsKnown() {
        network.past(start(SETUP)).past(setup(SETUP, 6)).past(message(720, 1, "nonsense"));

        tendAndCatchUp();

        assertThat(board().entries().getFirst().flags()).containsExactly(Flag.UNPARSABLE);
        assertThat(board().tally().invalid()).isEqualTo(1);
    }

    @Test
    void noBoardShowsThatTheCommitteeHasNotJudged() {
        String aboutNobody =
                SampleWhiteboard.content(new byte[] {2, 9}, "dkg-flow-emulator-6", SIGNED);
        network.past(start(SETUP)).past(setup(SETUP, 6)).past(message(720, 1, aboutNobody));

        tend(800);
        network.catchUp();

        assertThat(boards)
                .isNotEmpty()
                .allSatisfy(
                        shown ->
                                assertThat(shown.entries().getFirst().flags())
                                        .containsExactly(Flag.SUBJECT_OUT_OF_RANGE));
    }

    @Test
    void closingEndsTheFollowing() {
        tend(800);

        watch.close();

        assertThat(network.followers()).isZero();
    }

    @Override
    public void board(Whiteboard board, String source, @Nullable Fault newTrouble) {
        boards.add(board);
        trouble = newTrouble;
    }

    @Override
    public void trouble(Fault fault) {
        trouble = fault;
    }

    @Override
    public void chainMoved() {
        moves++;
    }

    @Override
    public void moreToRead() {
        missing++;
    }

    private void tendAndCatchUp() {
        tend(800);
        network.catchUp();
        tend(800);
    }

    private void tend(long height) {
        tend(EpochPhase.EPOCH_SETUP, height);
    }

    private void tend(EpochPhase phase, long height) {
        EpochState epoch =
                new EpochState(
                        5,
                        phase,
                        800,
                        0,
                        700,
                        1_000,
                        new EpochState.Config(1_000, 700, 50, 2),
                        new EpochState.Timing(100, 0, 0));
        boolean running = phase != EpochPhase.STAKING_AUCTION;
        DkgState dkg =
                new DkgState(
                        running,
                        List.of(NODE),
                        DkgState.Order.CANONICAL,
                        0,
                        0,
                        List.of(),
                        false,
                        running ? DkgState.Standing.CURRENT : DkgState.Standing.LAST_EPOCH);
        watch.tend(epoch, dkg, height);
    }

    private Whiteboard board() {
        return boards.getLast();
    }

    private List<@Nullable String> contents() {
        List<@Nullable String> contents = new ArrayList<>();
        for (int i = 0; i < board().entries().size(); i++) {
            contents.add(board().contents().contentOf(i));
        }
        return contents;
    }

    private static Fault lacking(long height) {
        return new NetworkFault(
                NetworkFault.Kind.UNAVAILABLE_HEIGHT,
                Map.of("node", "n", "height", Long.toString(height)),
                "");
    }

    private ChainEvent start(long height) {
        return network.event(height, 0, "FlowDKG", "StartDKG", event("FlowDKG.StartDKG"));
    }

    private ChainEvent setup(long height, long counter) {
        return network.event(
                height,
                1,
                "FlowEpoch",
                "EpochSetup",
                event("FlowEpoch.EpochSetup", new Field("counter", CadenceValues.uint64(counter))));
    }

    private ChainEvent message(long height, int index, String content) {
        return network.event(
                height,
                index,
                "FlowDKG",
                "BroadcastMessage",
                event(
                        "FlowDKG.BroadcastMessage",
                        new Field("nodeID", CadenceValues.string(NODE)),
                        new Field("content", CadenceValues.string(content))));
    }

    /** The contract's list of messages, answered in the parts that are asked for. */
    private void list(String... contents) {
        network.answer("whiteboard", arguments -> page(arguments, contents));
    }

    private static String[] numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "message " + i).toArray(String[]::new);
    }

    private static String page(List<CadenceValue> arguments, String... contents) {
        return answer(contents.length, messages(arguments, contents));
    }

    private static List<CadenceValue> messages(List<CadenceValue> arguments, String... contents) {
        List<CadenceValue> messages = new ArrayList<>();
        for (int i = number(arguments, 0);
                i < Math.min(number(arguments, 1), contents.length);
                i++) {
            messages.add(
                    new ArrayValue(
                            List.of(
                                    CadenceValues.string(NODE),
                                    CadenceValues.string(contents[i]))));
        }
        return messages;
    }

    private static int number(List<CadenceValue> arguments, int index) {
        return (int) ((IntegerValue) arguments.get(index)).value();
    }

    private static String answer(int size, List<CadenceValue> messages) {
        return json(
                new CompositeValue(
                        CompositeKind.STRUCT,
                        "s.0.WhiteboardAnswer",
                        List.of(
                                new Field("size", CadenceValues.integer(size)),
                                new Field("messages", new ArrayValue(messages)))));
    }

    private ChainEvent unreadable(long height, int index) {
        return network.event(height, index, "FlowDKG", "BroadcastMessage", "{\"type\":\"Event\"}");
    }

    private static String event(String name, Field... fields) {
        return json(
                new CompositeValue(
                        CompositeKind.EVENT, "A.f8d6e0586b0a20c7." + name, List.of(fields)));
    }

    private static String json(CadenceValue value) {
        return new String(CadenceEncoder.encode(value), StandardCharsets.UTF_8);
    }
}
