package io.epochdesk.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a flow knows, as it is kept: nothing secret, and enough to go on after a crash.
 *
 * @param version version of this shape
 * @param id of the flow
 * @param kind which flow
 * @param network the network it belongs to
 * @param begun when it was begun
 * @param step where it is
 * @param values what was entered, by field
 * @param origins where each value came from: a file, or empty for typed
 * @param accepted the risks the operator agreed to
 * @param sendings every attempt, in order
 * @param results what came of it, such as the address of a new account
 */
public record FlowRecord(
        int version,
        String id,
        FlowKind kind,
        Binding network,
        Instant begun,
        Step step,
        Map<Field, String> values,
        Map<Field, String> origins,
        Set<Check> accepted,
        List<Sending> sendings,
        Map<Result, String> results) {

    /** The version this console writes. */
    static final int VERSION = 1;

    /** What can come of a flow. */
    public enum Result {
        /** The machine account that was created, with {@code 0x}. */
        MACHINE_ACCOUNT,
        /** Index of the key that was added. */
        KEY_INDEX,
        /** The file that was written for the node. */
        INFO_FILE
    }

    public FlowRecord {
        values = Map.copyOf(values);
        origins = Map.copyOf(origins);
        accepted = Set.copyOf(accepted);
        sendings = List.copyOf(sendings);
        results = Map.copyOf(results);
    }

    static FlowRecord begun(String id, FlowKind kind, Binding network, Instant now) {
        return new FlowRecord(
                VERSION,
                id,
                kind,
                network,
                now,
                Step.PURPOSE,
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                Map.of());
    }

    /** The values, ready to be read. */
    public Values entered() {
        return Values.of(values);
    }

    /** The newest attempt at a transaction. */
    public Optional<Sending> sending(int transaction) {
        return sendings.stream()
                .filter(each -> each.transaction() == transaction)
                .reduce((_, later) -> later);
    }

    FlowRecord at(Step other) {
        return new FlowRecord(
                version, id, kind, network, begun, other, values, origins, accepted, sendings,
                results);
    }

    FlowRecord entering(Map<Field, String> texts, String origin) {
        Values changed = entered();
        Map<Field, String> from = new EnumMap<>(Field.class);
        from.putAll(origins);
        for (Map.Entry<Field, String> each : texts.entrySet()) {
            changed = changed.with(each.getKey(), each.getValue());
            from.put(each.getKey(), origin);
        }
        return new FlowRecord(
                version,
                id,
                kind,
                network,
                begun,
                step,
                changed.texts(),
                from,
                // a risk was agreed to with the values of then
                changed.texts().equals(values) ? accepted : Set.of(),
                sendings,
                results);
    }

    FlowRecord accepting(Set<Check> risks) {
        return new FlowRecord(
                version, id, kind, network, begun, step, values, origins, risks, sendings, results);
    }

    /** With an attempt in the place of the newest one at the same transaction, or after all. */
    FlowRecord sending(Sending attempt, boolean anew) {
        List<Sending> all = new ArrayList<>(sendings);
        int place = all.size() - 1;
        while (place >= 0 && all.get(place).transaction() != attempt.transaction()) {
            place--;
        }
        if (anew || place < 0) {
            all.add(attempt);
        } else {
            all.set(place, attempt);
        }
        return new FlowRecord(
                version, id, kind, network, begun, step, values, origins, accepted, all, results);
    }

    FlowRecord resulting(Result result, String value) {
        Map<Result, String> more = new EnumMap<>(Result.class);
        more.putAll(results);
        more.put(result, value);
        return new FlowRecord(
                version, id, kind, network, begun, step, values, origins, accepted, sendings, more);
    }
}
