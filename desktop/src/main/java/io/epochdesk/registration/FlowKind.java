package io.epochdesk.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The flows there are. Their names are kept in files and never change. */
public enum FlowKind {
    /** Gives a staking account its staking collection. */
    SET_UP_COLLECTION(List.of(Template.SET_UP_COLLECTION)),
    /** Registers a collection or consensus node with its machine account, and stakes for it. */
    REGISTER_NODE(
            List.of(Template.REGISTER_NODE),
            Field.NODE_ID,
            Field.ROLE,
            Field.NETWORKING_ADDRESS,
            Field.NETWORKING_KEY,
            Field.STAKING_KEY,
            Field.PROOF_OF_POSSESSION,
            Field.STAKE,
            Field.MACHINE_KEY,
            Field.KEY_SIGNATURE,
            Field.KEY_HASH),
    /** Gives a node of the collection the machine account it lacks. */
    CREATE_MACHINE_ACCOUNT(
            List.of(Template.CREATE_MACHINE_ACCOUNT),
            Field.NODE_ID,
            Field.MACHINE_KEY,
            Field.KEY_SIGNATURE,
            Field.KEY_HASH),
    /** Claims the Voter of a collection node that is in no staking collection. */
    CLAIM_VOTER(List.of(Template.CLAIM_VOTER)),
    /** Claims the Participant of a consensus node that is in no staking collection. */
    CLAIM_PARTICIPANT(List.of(Template.CLAIM_PARTICIPANT)),
    /** Sends FLOW to one machine account. */
    FUND(List.of(Template.TRANSFER), Field.RECIPIENT, Field.AMOUNT),
    /** Fills several machine accounts up at once. */
    TOP_UP(List.of(Template.REFILL), Field.REFILLS),
    /** Takes FLOW back from a machine account. */
    WITHDRAW(List.of(Template.WITHDRAW), Field.NODE_ID, Field.AMOUNT),
    /** Changes where a node can be reached. */
    UPDATE_ADDRESS(List.of(Template.UPDATE_ADDRESS), Field.NODE_ID, Field.NETWORKING_ADDRESS),
    /** Gives a machine account another key: adds it, waits for the node, revokes the old one. */
    ROTATE_KEY(
            List.of(Template.ADD_KEY, Template.REVOKE_KEY),
            Field.NODE_ID,
            Field.OLD_KEY_INDEX,
            Field.MACHINE_KEY,
            Field.KEY_SIGNATURE,
            Field.KEY_HASH),
    /** Casts a collection node's vote in its stead. */
    SUBMIT_VOTE(
            List.of(Template.SUBMIT_VOTE), Field.NODE_ID, Field.VOTE_MESSAGE, Field.VOTE_SIGNATURE),
    /** Posts a consensus node's whiteboard message in its stead. */
    POST_MESSAGE(List.of(Template.POST_MESSAGE), Field.NODE_ID, Field.CONTENT),
    /** Submits a consensus node's DKG result in its stead. */
    SUBMIT_RESULT(
            List.of(Template.SUBMIT_RESULT),
            Field.NODE_ID,
            Field.GROUP_KEY,
            Field.PUBLIC_KEYS,
            Field.ID_MAPPING),
    /** Submits, in a consensus node's stead, that its DKG failed. */
    SUBMIT_NOTHING(List.of(Template.SUBMIT_NOTHING), Field.NODE_ID);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Template> templates;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Field> fields;

    FlowKind(List<Template> templates, Field... own) {
        this.templates = templates;
        this.fields =
                List.copyOf(
                        Stream.concat(
                                        Stream.of(Field.ACCOUNT, Field.SIGNING_KEYS),
                                        Arrays.stream(own))
                                .toList());
    }

    /** The transactions it sends, in order; one, but for the rotation of a key. */
    public List<Template> templates() {
        return templates;
    }

    /** The values it needs, in the order to ask for them. */
    public List<Field> fields() {
        return fields;
    }

    /** Its steps, in order. */
    public List<Step> steps() {
        return this == ROTATE_KEY ? Step.OF_ROTATION : Step.OF_ONE;
    }

    /** Whether the node software does this by itself, and the console only in an emergency. */
    public boolean isExpert() {
        return switch (this) {
            case SUBMIT_VOTE, POST_MESSAGE, SUBMIT_RESULT, SUBMIT_NOTHING -> true;
            default -> false;
        };
    }

    /** Whether it is possible, but another way is better. */
    public boolean isDiscouraged() {
        return this == CLAIM_VOTER || this == CLAIM_PARTICIPANT;
    }

    /** Whether the machine account signs, and not the staking account. */
    public boolean isSignedByMachineAccount() {
        return isExpert() || this == ROTATE_KEY;
    }

    /** The flow of a name; empty when there is none. */
    public static Optional<FlowKind> named(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(kind -> kind.name().equals(wanted)).findFirst();
    }
}
