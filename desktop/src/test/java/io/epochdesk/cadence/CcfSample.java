package io.epochdesk.cadence;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A value in both forms, as CCF and as JSON-Cadence, from the test resources, which keep one per
 * line.
 */
record CcfSample(String name, String hex, String text) {

    /** What Cadence's own encoder (v1.10.2) writes for a value of every kind. */
    static List<CcfSample> vectors() {
        return of("ccf-vectors.jsonl");
    }

    /** Events as an emulator told them, one of each type. */
    static List<CcfSample> events() {
        return of("recorded/ccf-events.jsonl");
    }

    /** Both. */
    static List<CcfSample> all() {
        List<CcfSample> all = new ArrayList<>(vectors());
        all.addAll(events());
        return all;
    }

    private static List<CcfSample> of(String resource) {
        try (InputStream in = CcfSample.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            List<CcfSample> samples = new ArrayList<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                JsonNode node = Sample.JSON.readTree(line);
                samples.add(
                        new CcfSample(
                                node.get("name").asText(),
                                node.get("ccf").asText(),
                                node.get("json").toString()));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] ccf() {
        return HexFormat.of().parseHex(hex);
    }

    byte[] json() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
