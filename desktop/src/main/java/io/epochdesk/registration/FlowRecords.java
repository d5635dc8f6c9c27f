package io.epochdesk.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.InternalFault;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.history.Draft;
import io.epochdesk.history.Drafts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Keeps flows among a network's drafts, as JSON. */
final class FlowRecords implements Keeper {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(instants())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final Drafts drafts;
    private final InstantSource clock;

    FlowRecords(Drafts drafts, InstantSource clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Times as ISO 8601 texts. */
    private static SimpleModule instants() {
        return new SimpleModule()
                .addSerializer(Instant.class, new ToStringSerializer())
                .addDeserializer(
                        Instant.class,
                        new FromStringDeserializer<>(Instant.class) {
                            @Override
                            protected Instant _deserialize(
                                    String text, DeserializationContext context) {
                                return Instant.parse(text);
                            }
                        });
    }

    @Override
    public void keep(FlowRecord record) {
        drafts.keep(new Draft(record.id(), record.kind().name(), written(record), clock.instant()));
    }

    /** Every flow that was begun and not ended, the one kept last first. */
    Flows.Unfinished all() {
        List<FlowRecord> flows = new ArrayList<>();
        List<Fault> unreadable = new ArrayList<>();
        for (Draft draft : drafts.all()) {
            try {
                flows.add(read(draft));
            } catch (FaultException e) {
                unreadable.add(e.fault());
            }
        }
        return new Flows.Unfinished(flows, unreadable);
    }

    @Override
    public void remove(String id) {
        drafts.remove(id);
    }

    private static String written(FlowRecord record) {
        try {
            return JSON.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw InternalFault.of(
                    InternalFault.Kind.UNEXPECTED, e.toString(), "what", "keeping a flow");
        }
    }

    private static FlowRecord read(Draft draft) {
        try {
            FlowRecord record = JSON.readValue(draft.state(), FlowRecord.class);
            if (record.version() != FlowRecord.VERSION) {
                throw unreadable(draft, "it is of version " + record.version());
            }
            return record;
        } catch (JsonProcessingException e) {
            throw unreadable(draft, String.valueOf(e.getOriginalMessage()));
        }
    }

    private static FaultException unreadable(Draft draft, String reason) {
        return TransactionFault.of(
                TransactionFault.Kind.DRAFT_UNREADABLE, "", "flow", draft.flow(), "reason", reason);
    }
}
