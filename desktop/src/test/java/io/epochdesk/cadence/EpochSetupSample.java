package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.StringValue;

import java.util.ArrayList;
import java.util.List;

/**
 * The recorded {@code FlowEpoch.EpochSetup} event with as many nodes as wanted, each with an ID of
 * its own.
 */
final class EpochSetupSample {

    private EpochSetupSample() {}

    /** JSON-Cadence of an epoch setup with this number of nodes. */
    static byte[] json(int nodes) {
        Sample recorded = Sample.named(Sample.events(), "EpochSetup");
        CompositeValue event = (CompositeValue) new CadenceDecoder().decode(recorded.json());
        List<Field> fields = new ArrayList<>();
        for (Field field : event.fields()) {
            fields.add(
                    field.name().equals("nodeInfo") && field.value() instanceof ArrayValue infos
                            ? new Field(
                                    "nodeInfo",
                                    CadenceValues.array(nodeInfos(infos.values(), nodes)))
                            : field);
        }
        return CadenceEncoder.encode(new CompositeValue(event.kind(), event.typeId(), fields));
    }

    private static List<CadenceValue> nodeInfos(List<CadenceValue> recorded, int count) {
        List<CadenceValue> infos = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            CompositeValue info = (CompositeValue) recorded.get(i % recorded.size());
            String id = String.format("%064x", i);
            infos.add(
                    new CompositeValue(
                            info.kind(),
                            info.typeId(),
                            info.fields().stream()
                                    .map(
                                            field ->
                                                    field.name().equals("id")
                                                            ? new Field("id", new StringValue(id))
                                                            : field)
                                    .toList()));
        }
        return infos;
    }
}
