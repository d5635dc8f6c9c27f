package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.Fault;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.words.FleetText;
import io.epochdesk.live.Part;
import io.epochdesk.live.Reading;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A snapshot as text for a terminal. The head says which network answers and where its epoch
 * stands; it is known long before the rest: the answer, then each part with its height and age.
 */
final class StatusText {

    private final Formats formats;
    private final Words words;
    private final NetworkProfile network;
    private final Instant now;
    private final Lines lines = new Lines();

    StatusText(Formats formats, NetworkProfile network, Instant now) {
        this.formats = formats;
        this.words = formats.words();
        this.network = network;
        this.now = now;
    }

    /** The head: the connection and the epoch, each in a line. */
    List<String> head(BoardSnapshot snapshot) {
        new NetworkHead(formats, network, now).write(snapshot.connection(), lines);
        Part<EpochState> epoch = snapshot.epoch();
        Reading<EpochState> reading = epoch.last();
        lines.titled(
                reading == null
                        ? words.say("status.title.epoch")
                        : EpochText.stands(words, reading.value()),
                origin(reading));
        trouble(epoch);
        return lines.all();
    }

    /** What follows the head, with the operator's nodes where there are any. */
    List<String> rest(BoardSnapshot snapshot, @Nullable FleetSnapshot fleet) {
        lines.blank();
        lines.wrapped("", new StatusAnswer(formats, now).of(snapshot));
        Reading<EpochState> epoch = snapshot.epoch().last();
        if (epoch != null) {
            lines.blank();
            lines.titled(words.say("status.title.deadlines"), origin(epoch));
            new EpochText(formats, now, snapshot).write(lines);
        }
        part("status.title.voting", snapshot.voting(), new VotingText(words, snapshot)::write);
        part("status.title.dkg", snapshot.dkg(), new DkgText(words, snapshot)::write);
        attention(snapshot);
        if (fleet != null && !fleet.nodes().isEmpty()) {
            lines.blank();
            lines.add(words.say("status.title.mine"));
            lines.wrapped("  ", FleetText.summary(words, fleet));
            new MineText(formats, now).needs(fleet, lines);
        }
        return lines.all();
    }

    private <T> void part(String title, Part<T> part, BiConsumer<T, Lines> writer) {
        lines.blank();
        Reading<T> reading = part.last();
        lines.titled(words.say(title), origin(reading));
        if (reading != null) {
            writer.accept(reading.value(), lines);
        }
        trouble(part);
    }

    /** Height and age. */
    private String origin(@Nullable Reading<?> reading) {
        return reading == null
                ? words.say("status.unread")
                : words.say(
                        "status.origin",
                        "height",
                        reading.provenance().height(),
                        "age",
                        formats.age(Duration.between(reading.provenance().readAt(), now)));
    }

    private void trouble(Part<?> part) {
        Fault fault = part.trouble();
        if (fault != null) {
            lines.add("  " + words.say("status.trouble", "code", fault.code()));
        }
    }

    private void attention(BoardSnapshot snapshot) {
        if (snapshot.attention().isEmpty()) {
            return;
        }
        lines.blank();
        lines.add(words.say("status.title.attention"));
        snapshot.attention().forEach(item -> lines.wrapped("  ", "! " + Sentences.of(words, item)));
    }
}
