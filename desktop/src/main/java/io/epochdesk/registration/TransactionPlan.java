package io.epochdesk.registration;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.dictionary;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.ufix64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.registration.Values.Refill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A transaction a flow means to send.
 *
 * @param template which
 * @param arguments in the order of its text
 */
public record TransactionPlan(Template template, List<Argument> arguments) {

    private static final String FULL_WEIGHT = "1000.0";

    public TransactionPlan {
        arguments = List.copyOf(arguments);
    }

    /**
     * The transaction of a template with a flow's values.
     *
     * @throws io.epochdesk.fault.FaultException with {@code TXN-815} when one is missing
     */
    static TransactionPlan of(Template template, Values values) {
        return new TransactionPlan(template, arguments(template, values));
    }

    private static List<Argument> arguments(Template template, Values values) {
        return switch (template) {
            case SET_UP_COLLECTION, CLAIM_VOTER, CLAIM_PARTICIPANT, SUBMIT_NOTHING -> List.of();
            case REGISTER_NODE ->
                    List.of(
                            text("id", values, Field.NODE_ID),
                            new Argument("role", uint8(values.role().number())),
                            text("networkingAddress", values, Field.NETWORKING_ADDRESS),
                            text("networkingKey", values, Field.NETWORKING_KEY),
                            text("stakingKey", values, Field.STAKING_KEY),
                            text("stakingKeyPoP", values, Field.PROOF_OF_POSSESSION),
                            new Argument("amount", ufix64(values.amount(Field.STAKE))),
                            text("machineAccountKey", values, Field.MACHINE_KEY),
                            new Argument("machineAccountKeySignatureAlgorithm", signature(values)),
                            new Argument("machineAccountKeyHashAlgorithm", hash(values)));
            case CREATE_MACHINE_ACCOUNT ->
                    List.of(
                            text("nodeID", values, Field.NODE_ID),
                            text("machineAccountKey", values, Field.MACHINE_KEY),
                            new Argument("machineAccountKeySignatureAlgorithm", signature(values)),
                            new Argument("machineAccountKeyHashAlgorithm", hash(values)));
            case TRANSFER ->
                    List.of(
                            new Argument("amount", ufix64(values.amount(Field.AMOUNT))),
                            new Argument("to", address(values.address(Field.RECIPIENT))));
            case REFILL -> refills(values.refills());
            case WITHDRAW ->
                    List.of(
                            text("nodeID", values, Field.NODE_ID),
                            new Argument("amount", ufix64(values.amount(Field.AMOUNT))));
            case UPDATE_ADDRESS ->
                    List.of(
                            text("nodeID", values, Field.NODE_ID),
                            text("newAddress", values, Field.NETWORKING_ADDRESS));
            case ADD_KEY ->
                    List.of(
                            text("key", values, Field.MACHINE_KEY),
                            new Argument("signatureAlgorithm", signature(values)),
                            new Argument("hashAlgorithm", hash(values)),
                            new Argument("weight", ufix64(FULL_WEIGHT)));
            case REVOKE_KEY ->
                    List.of(new Argument("keyIndex", integer(values.index(Field.OLD_KEY_INDEX))));
            case SUBMIT_VOTE ->
                    List.of(
                            text("voteSignature", values, Field.VOTE_SIGNATURE),
                            text("voteMessage", values, Field.VOTE_MESSAGE));
            case POST_MESSAGE -> List.of(text("content", values, Field.CONTENT));
            case SUBMIT_RESULT ->
                    List.of(
                            text("groupKey", values, Field.GROUP_KEY),
                            new Argument(
                                    "pubKeys",
                                    array(
                                            values.lines(Field.PUBLIC_KEYS).stream()
                                                    .map(CadenceValues::string)
                                                    .toList())),
                            new Argument("idMapping", mapping(values.mapping())));
        };
    }

    private static Argument text(String name, Values values, Field field) {
        return new Argument(name, string(values.require(field)));
    }

    private static CadenceValue signature(Values values) {
        return uint8(values.keySignature().cadenceIndex());
    }

    private static CadenceValue hash(Values values) {
        return uint8(values.keyHash().cadenceIndex());
    }

    private static List<Argument> refills(List<Refill> refills) {
        return List.of(
                new Argument(
                        "accounts",
                        array(refills.stream().map(each -> address(each.account())).toList())),
                new Argument(
                        "amounts",
                        array(refills.stream().map(each -> ufix64(each.amount())).toList())));
    }

    private static CadenceValue mapping(Map<String, Integer> mapping) {
        Map<CadenceValue, CadenceValue> entries = new LinkedHashMap<>();
        mapping.forEach((node, index) -> entries.put(string(node), integer(index)));
        return dictionary(entries);
    }

    /** The values alone. */
    List<CadenceValue> values() {
        return arguments.stream().map(Argument::value).toList();
    }
}
