package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arguments whose types were checked. */
final class Arguments {

    private final List<CadenceValue> values;

    Arguments(List<CadenceValue> values) {
        this.values = List.copyOf(values);
    }

    /** Those from an index on. */
    Arguments from(int index) {
        return new Arguments(values.subList(index, values.size()));
    }

    Shape at(int index) {
        return Shape.of(values.get(index), "argument " + index);
    }

    String string(int index) {
        return at(index).asString();
    }

    long integer(int index) {
        return at(index).asLong();
    }

    long ufix64(int index) throws Aborted {
        if (values.get(index) instanceof FixedPointValue fixed) {
            return UFix64.of(fixed);
        }
        throw new IllegalStateException("an argument that is no UFix64 was let through");
    }

    FlowAddress address(int index) {
        return at(index).asAddress();
    }

    List<FlowAddress> addresses(int index) {
        return at(index).list(Shape::asAddress);
    }

    /** An array of UFix64, raw. */
    List<Long> amounts(int index) throws Aborted {
        List<Long> amounts = new ArrayList<>();
        for (Shape each : at(index).list()) {
            if (each.value() instanceof FixedPointValue fixed) {
                amounts.add(UFix64.of(fixed));
            }
        }
        return amounts;
    }

    List<String> strings(int index) {
        return at(index).list(Shape::asString);
    }

    /** A {@code {String: Int}}; an index beyond the range of an int is given as -1. */
    static Map<String, Integer> indices(Shape dictionary) {
        Map<String, Integer> indices = new HashMap<>();
        dictionary
                .dictionary(Shape::asString, Shape::asBigInteger)
                .forEach(
                        (id, value) ->
                                indices.put(id, value.bitLength() < 31 ? value.intValue() : -1));
        return indices;
    }
}
