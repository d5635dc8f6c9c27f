package io.epochdesk.cadence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A named JSON-Cadence text of the test resources, which keep one per line. */
final class Sample {

    static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final byte[] json;

    private Sample(String name, byte[] json) {
        this.name = name;
        this.json = json;
    }

    /**
     * Everything recorded from a real chain: answers of scripts at four moments of an epoch, and
     * its events.
     */
    static List<Sample> recorded() {
        List<Sample> samples = new ArrayList<>();
        for (String file :
                List.of(
                        "0-fresh",
                        "3-setup-half-way-split-vote",
                        "5-setup-after-submissions",
                        "7-next-epoch",
                        "events")) {
            samples.addAll(of("recorded/" + file + ".jsonl"));
        }
        return samples;
    }

    /** One event of each type and size that was recorded. */
    static List<Sample> events() {
        return of("recorded/events.jsonl");
    }

    /**
     * What Cadence's own encoder (v1.10.2) writes for a value of every kind and for every kind of
     * type.
     */
    static List<Sample> vectors() {
        return of("vectors.jsonl");
    }

    /** The first sample of this name. */
    static Sample named(List<Sample> samples, String name) {
        return samples.stream()
                .filter(sample -> sample.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Sample> of(String resource) {
        try (InputStream in = Sample.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            List<Sample> samples = new ArrayList<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                JsonNode node = JSON.readTree(line);
                samples.add(
                        new Sample(
                                node.get("name").asText(),
                                JSON.writeValueAsBytes(node.get("json"))));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] json() {
        return json.clone();
    }

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
