package io.epochdesk.board;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.Shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers of a real emulator to the console's own scripts, at moments of two epochs: 6 collection
 * nodes in 2 clusters, 9 consensus nodes; the first setup is split and recovered, the second one
 * goes through.
 */
public final class Recorded {

    public static final String AUCTION = "0-auction";
    public static final String SETUP_OPENS = "1-setup-opens";
    public static final String SPLIT_VOTE = "2-setup-split-vote";
    public static final String SUBMISSIONS = "3-setup-submissions";
    public static final String RECOVERED = "4-recovered";
    public static final String COMPLETE = "5-second-setup-complete";
    public static final String NEXT_EPOCH = "7-next-epoch";

    private Recorded() {}

    /** The JSON-Cadence text that a script was answered with. */
    public static String json(String moment, String script) {
        String path = "/io/epochdesk/board/recorded/" + moment + "/" + script + ".json";
        try (InputStream file = Recorded.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("not recorded: " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the board script's answer: {@code epoch}, {@code quorum} or {@code dkg}. */
    public static Shape part(String moment, String part) {
        return shape(json(moment, "board")).field(part);
    }

    /** An answer, decoded. */
    public static Shape shape(String json) {
        return Shape.of(new CadenceDecoder().decode(json.getBytes(StandardCharsets.UTF_8)));
    }
}
