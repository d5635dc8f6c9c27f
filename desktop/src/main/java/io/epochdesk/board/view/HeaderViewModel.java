package io.epochdesk.board.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.Fault;
import io.epochdesk.live.Freshness;
import io.epochdesk.live.Reading;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.Connection;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What the header says: where we are, how old that is, who says so. */
public final class HeaderViewModel {

    private final Formats formats;
    private final Words words;
    private final ReadOnlyObjectWrapper<Face> face;
    private @Nullable Instant troubleSince;

    public HeaderViewModel(Formats formats) {
        this.formats = formats;
        words = formats.words();
        face = new ReadOnlyObjectWrapper<>(face(BoardSnapshot.empty(), Instant.EPOCH));
    }

    /** What is shown now. */
    public ReadOnlyObjectProperty<Face> face() {
        return face.getReadOnlyProperty();
    }

    /** Takes in a snapshot at this moment; again with every tick of the clock. */
    public void show(BoardSnapshot board, Instant now) {
        face.set(face(board, now));
    }

    private Face face(BoardSnapshot board, Instant now) {
        Connection connection = board.connection();
        AccessNode node = connection.node();
        Optional<Reading<EpochState>> epoch = board.epoch().reading();
        boolean stale =
                connection.state() == Connection.State.LOST
                        || epoch.map(
                                        reading ->
                                                Freshness.of(reading.provenance(), now)
                                                        != Freshness.FRESH)
                                .orElse(false);
        Fault fault = connection.fault();
        remember(
                fault,
                Objects.equals(fault, board.epoch().trouble())
                        ? board.epoch().troubleSince()
                        : null,
                now);
        return new Face(
                epoch.map(
                                reading ->
                                        words.say(
                                                "header.epoch",
                                                "counter",
                                                reading.value().counter()))
                        .orElse(words.say("header.unknown")),
                epoch.map(reading -> words.name("header.phase", reading.value().phase()))
                        .orElse(words.say("header.unknown")),
                epoch.map(reading -> toneOf(reading.value().phase())).orElse(Tone.UNKNOWN),
                sealed(connection.tip(), now),
                node == null ? words.say("header.unknown") : node.name(),
                node == null ? "" : node.address(),
                node == null || node.isAuthenticated(),
                words.name("header.state", connection.state()),
                toneOf(connection.state()),
                latency(connection.latency()),
                stale,
                fault,
                troubleSince);
    }

    /**
     * The connection does not say since when it is in trouble: the epoch's part may, else the first
     * look counts.
     */
    private void remember(@Nullable Fault fault, @Nullable Instant since, Instant now) {
        if (fault == null) {
            troubleSince = null;
        } else if (since != null) {
            troubleSince = since;
        } else if (troubleSince == null) {
            troubleSince = now;
        }
    }

    private String sealed(@Nullable BlockHeader tip, Instant now) {
        return tip == null
                ? words.say("header.unknown")
                : words.say(
                        "header.sealed",
                        "height",
                        tip.height(),
                        "age",
                        formats.age(Duration.between(tip.timestamp(), now)));
    }

    private static String latency(@Nullable Duration latency) {
        return latency == null ? "" : Formats.latency(latency);
    }

    private static Tone toneOf(EpochPhase phase) {
        return switch (phase) {
            case STAKING_AUCTION -> Tone.CALM;
            case EPOCH_SETUP -> Tone.PROGRESS;
            case EPOCH_COMMIT -> Tone.SUCCESS;
        };
    }

    private static Tone toneOf(Connection.State state) {
        return switch (state) {
            case CONNECTING -> Tone.PROGRESS;
            case CONNECTED -> Tone.SUCCESS;
            case FAILED_OVER -> Tone.ATTENTION;
            case LOST -> Tone.DANGER;
        };
    }

    /**
     * What the header shows.
     *
     * @param epoch the counter in words
     * @param phase the phase in words
     * @param phaseTone its tone
     * @param sealed sealed height and the block's age
     * @param source name of the access node
     * @param address its host and port
     * @param authenticated whether its answers are proved to be its own
     * @param state connection state in words
     * @param stateTone its tone
     * @param latency the last round trip, or empty
     * @param stale whether what is shown is old
     * @param fault what is wrong with the connection, or null
     * @param faultSince since when, or null
     */
    public record Face(
            String epoch,
            String phase,
            Tone phaseTone,
            String sealed,
            String source,
            String address,
            boolean authenticated,
            String state,
            Tone stateTone,
            String latency,
            boolean stale,
            @Nullable Fault fault,
            @Nullable Instant faultSince) {}
}
