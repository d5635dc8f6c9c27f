package io.epochdesk.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.epochdesk.dkg.PhaseEnds;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.fault.EvidenceFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Evidence as a file, so that an epoch can be verified again by somebody else, or when no node has
 * its events any more. JSON; payloads and the contract's answer are kept as the node sent them.
 */
public final class EvidenceFile {

    private static final String FORMAT = "epochdesk-epoch-evidence";
    private static final int VERSION = 1;

    /** A board of the largest committee with ten times its messages stays below it. */
    private static final int LARGEST = 256 << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(LARGEST)
                                                    .maxDocumentLength(LARGEST)
                                                    .maxNestingDepth(20)
                                                    .build())
                                    .build())
                    .build();

    private final Path file;

    public EvidenceFile(Path file) {
        this.file = file;
    }

    /**
     * Refuses a file that is there already, before anything is read for it.
     *
     * @throws FaultException when it is
     */
    public void refuseExisting() {
        if (Files.exists(file)) {
            throw EvidenceFault.of(EvidenceFault.Kind.EXISTS, "", "file", file.toString());
        }
    }

    /**
     * Writes evidence; an existing file is never replaced.
     *
     * @throws FaultException when it cannot be written
     */
    public void write(EpochEvidence evidence) {
        try {
            Files.write(
                    file,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(evidence)),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw EvidenceFault.of(
                    EvidenceFault.Kind.EXISTS, e.toString(), "file", file.toString());
        } catch (IOException e) {
            throw fault(EvidenceFault.Kind.CANNOT_WRITE, e, reason(e));
        }
    }

    private static ObjectNode document(EpochEvidence evidence) {
        ObjectNode document = JSON.createObjectNode();
        document.put("format", FORMAT);
        document.put("version", VERSION);
        document.put("chain", evidence.chain());
        document.put("rootBlock", evidence.rootBlock());
        document.put("epoch", evidence.counter());
        document.put("completeTo", evidence.completeTo());
        DkgDeadlines deadlines = evidence.deadlines();
        PhaseEnds ends = evidence.phaseEnds();
        ObjectNode phases = document.putObject("dkgPhases");
        phases.put("announced", deadlines.origin() == DkgDeadlines.Origin.EVENT);
        phase(phases.putObject("vectors"), deadlines.phase1(), ends.vectors());
        phase(phases.putObject("complaints"), deadlines.phase2(), ends.complaints());
        phase(phases.putObject("answers"), deadlines.phase3(), ends.answers());
        document.put("preparation", evidence.preparation());
        ArrayNode events = document.putArray("events");
        for (ChainEvent event : evidence.events()) {
            ObjectNode node = events.addObject();
            node.put("type", event.type());
            node.put("height", event.height());
            node.put("blockId", event.blockId());
            node.put("transactionId", event.transactionId());
            node.put("transactionIndex", event.transactionIndex());
            node.put("eventIndex", event.eventIndex());
            node.put("payload", new String(event.payload(), StandardCharsets.UTF_8));
        }
        return document;
    }

    private static void phase(ObjectNode phase, long finalView, long firstHeightAfter) {
        phase.put("finalView", finalView);
        if (firstHeightAfter == Long.MAX_VALUE) {
            phase.putNull("firstHeightAfter");
        } else {
            phase.put("firstHeightAfter", firstHeightAfter);
        }
    }

    /**
     * Reads evidence.
     *
     * @throws FaultException when the file cannot be read, or is no evidence
     */
    public EpochEvidence read() {
        try {
            if (Files.size(file) > LARGEST) {
                throw fault(EvidenceFault.Kind.NOT_EVIDENCE, null, "larger than 256 MiB");
            }
            return evidence(JSON.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw fault(EvidenceFault.Kind.NOT_EVIDENCE, e, "it is not JSON");
        } catch (IOException e) {
            throw fault(EvidenceFault.Kind.CANNOT_READ, e, reason(e));
        }
    }

    private EpochEvidence evidence(JsonNode document) {
        if (!document.path("format").asText().equals(FORMAT)) {
            throw fault(EvidenceFault.Kind.NOT_EVIDENCE, null, "its format is another one");
        }
        if (document.path("version").asInt() != VERSION) {
            throw fault(
                    EvidenceFault.Kind.NOT_EVIDENCE,
                    null,
                    "its version is " + document.path("version").asText());
        }
        JsonNode phases = field(document, "dkgPhases");
        JsonNode vectors = field(phases, "vectors");
        JsonNode complaints = field(phases, "complaints");
        JsonNode answers = field(phases, "answers");
        boolean announced = field(phases, "announced").asBoolean();
        List<ChainEvent> events = new ArrayList<>();
        field(document, "events").forEach(event -> events.add(event(event)));
        events.sort(ChainEvent.ORDER);
        return new EpochEvidence(
                text(document, "chain"),
                text(document, "rootBlock"),
                number(document, "epoch"),
                new DkgDeadlines(
                        number(vectors, "finalView"),
                        number(complaints, "finalView"),
                        number(answers, "finalView"),
                        announced ? DkgDeadlines.Origin.EVENT : DkgDeadlines.Origin.COMPUTED),
                new PhaseEnds(end(vectors), end(complaints), end(answers)),
                number(document, "completeTo"),
                text(document, "preparation"),
                events);
    }

    private ChainEvent event(JsonNode event) {
        return new ChainEvent(
                number(event, "height"),
                text(event, "blockId"),
                text(event, "type"),
                text(event, "transactionId"),
                (int) number(event, "transactionIndex"),
                (int) number(event, "eventIndex"),
                text(event, "payload").getBytes(StandardCharsets.UTF_8));
    }

    private long end(JsonNode phase) {
        return field(phase, "firstHeightAfter").isNull()
                ? Long.MAX_VALUE
                : number(phase, "firstHeightAfter");
    }

    private String text(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isTextual()) {
            throw fault(EvidenceFault.Kind.NOT_EVIDENCE, null, "its field " + name + " is no text");
        }
        return field.asText();
    }

    private long number(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isIntegralNumber() || !field.canConvertToLong() || field.asLong() < 0) {
            throw fault(
                    EvidenceFault.Kind.NOT_EVIDENCE, null, "its field " + name + " is no number");
        }
        return field.asLong();
    }

    private JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw fault(EvidenceFault.Kind.NOT_EVIDENCE, null, "it has no field " + name);
        }
        return field;
    }

    private FaultException fault(
            EvidenceFault.Kind kind, @Nullable Exception cause, String reason) {
        return EvidenceFault.of(
                kind,
                cause == null ? "" : cause.getClass().getSimpleName(),
                "file",
                file.toString(),
                "reason",
                reason);
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? "no such file or folder"
                : String.valueOf(e.getMessage());
    }
}
