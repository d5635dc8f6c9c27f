package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.staking.NodeRole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a flow, each as a normalized text. Reading one as what it means throws a {@link
 * FaultException} with {@code TXN-815} when it is missing or has another form.
 */
public final class Values {

    private static final Values NONE = new Values(Map.of());

    private final Map<Field, String> texts;

    private Values(Map<Field, String> texts) {
        this.texts = Collections.unmodifiableMap(texts);
    }

    /** No values. */
    static Values none() {
        return NONE;
    }

    /** These texts, normalized. */
    static Values of(Map<Field, String> texts) {
        Values values = NONE;
        for (Map.Entry<Field, String> each : texts.entrySet()) {
            values = values.with(each.getKey(), each.getValue());
        }
        return values;
    }

    /** These values with another one; an empty text removes it. */
    Values with(Field field, String text) {
        Map<Field, String> changed = new EnumMap<>(Field.class);
        changed.putAll(texts);
        String normalized = field.form().normalized(text);
        if (normalized.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, normalized);
        }
        return new Values(changed);
    }

    /** All texts by field. */
    public Map<Field, String> texts() {
        return texts;
    }

    /** The text of a field, empty when there is none. */
    public String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    /** What is wrong with a field; empty when nothing is. */
    public Optional<FieldProblem> problem(Field field) {
        return field.form().problem(text(field));
    }

    /** A text that has its form. */
    String require(Field field) {
        Optional<FieldProblem> problem = problem(field);
        if (problem.isPresent()) {
            throw TransactionFault.of(
                    TransactionFault.Kind.VALUE_UNUSABLE,
                    "",
                    "field",
                    field.name(),
                    "reason",
                    problem.get().kind().name());
        }
        return text(field);
    }

    FlowAddress address(Field field) {
        return FlowAddress.of(require(field));
    }

    BigDecimal amount(Field field) {
        return new BigDecimal(require(field));
    }

    NodeRole role() {
        return NodeRole.named(require(Field.ROLE)).orElseThrow();
    }

    SignatureAlgorithm keySignature() {
        return SignatureAlgorithm.valueOf(require(Field.KEY_SIGNATURE));
    }

    HashAlgorithm keyHash() {
        return HashAlgorithm.valueOf(require(Field.KEY_HASH));
    }

    int index(Field field) {
        return Integer.parseInt(require(field));
    }

    /** Indices of the keys that sign, the proposer's first. */
    public List<Integer> signingKeys() {
        return Arrays.stream(require(Field.SIGNING_KEYS).split(", ", -1))
                .map(Integer::valueOf)
                .toList();
    }

    /** Accounts and what each is to receive, in order. */
    List<Refill> refills() {
        List<Refill> refills = new ArrayList<>();
        require(Field.REFILLS)
                .lines()
                .map(String::strip)
                .forEach(line -> refills.add(refill(line)));
        return refills;
    }

    private static Refill refill(String line) {
        int gap = line.indexOf(' ');
        return new Refill(
                FlowAddress.of(line.substring(0, gap)),
                new BigDecimal(line.substring(gap).strip()));
    }

    /** Lines of a field. */
    List<String> lines(Field field) {
        return require(field).lines().map(String::strip).toList();
    }

    /** Node IDs with their indices, in order. */
    Map<String, Integer> mapping() {
        Map<String, Integer> mapping = new LinkedHashMap<>();
        for (String line : lines(Field.ID_MAPPING)) {
            int gap = line.indexOf(' ');
            mapping.put(line.substring(0, gap), Integer.valueOf(line.substring(gap).strip()));
        }
        return mapping;
    }

    /**
     * An account to be filled up.
     *
     * @param account where
     * @param amount FLOW to send
     */
    public record Refill(FlowAddress account, BigDecimal amount) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && values.texts.equals(texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
