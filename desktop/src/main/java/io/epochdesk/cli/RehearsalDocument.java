package io.epochdesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.epochdesk.network.Transport;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.play.Scenario;

import org.jspecify.annotations.Nullable;

/** What {@code rehearse --json} prints, each on one line. */
final class RehearsalDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RehearsalDocument() {}

    /**
     * A scenario.
     *
     * @param synthetic whether its keys and signatures are made up and cannot be verified
     */
    record Item(String id, String title, String description, boolean synthetic) {

        static Item of(Scenario scenario) {
            return new Item(
                    scenario.id(),
                    scenario.title(),
                    scenario.description(),
                    scenario.size().isSynthetic());
        }
    }

    /**
     * A rehearsal that listens.
     *
     * @param access host and port of its access node
     * @param networkingKey 128 hex digits where it speaks TLS, or null
     */
    record Listening(
            String chain,
            String access,
            @Nullable String networkingKey,
            Item scenario,
            long seed,
            int speed) {}

    /** Every scenario there is. */
    static String list() {
        return written(Scenario.all().stream().map(Item::of).toList());
    }

    /** Where a rehearsal listens and what it plays. */
    static String of(Rehearsal rehearsal, Scenario played, long seed, int speed) {
        return written(
                new Listening(
                        rehearsal.profile().chain().value(),
                        rehearsal.profile().nodes().getFirst().address(),
                        rehearsal.profile().nodes().getFirst().transport()
                                        instanceof Transport.PinnedTls(String key)
                                ? key
                                : null,
                        Item.of(played),
                        seed,
                        speed));
    }

    private static String written(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts can always be written", e);
        }
    }
}
