package io.epochdesk.registration;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the chain refused something: a reason the console has words for, and the chain's own.
 *
 * @param reason the reason; its sentence stands in {@code text/registration.properties} as {@code
 *     refusal.<REASON>}
 * @param line the line of the chain's text that says it
 * @param original the whole text
 */
public record Refusal(Reason reason, String line, String original) {

    private static final Pattern LINE = Pattern.compile("(?m)^error: (.+)$");

    /**
     * The reasons, by fragments of the contracts' texts. They differ between versions of the
     * contracts, so no more than what they have in common is looked for; the first that is found
     * counts.
     */
    public enum Reason {
        /** The key's sequence number was used up by another transaction. */
        SEQUENCE_NUMBER("[Error Code: 1007]"),
        /** A signature does not fit. */
        SIGNATURE("[Error Code: 1009]", "signature is not valid", "have a valid signature"),
        /** The payer cannot pay. */
        PAYER_BALANCE("[Error Code: 1118]"),
        /** Less would stay than storage and fee need. */
        STORAGE_CAPACITY("[Error Code: 1103]"),
        AUCTION_CLOSED("staking auction isn't in progress"),
        NODE_ID_FORM("Node ID length must be", "The node ID must have only"),
        NODE_ID_TAKEN("The ID cannot already exist"),
        ADDRESS_FORM("must be a valid domain name"),
        ADDRESS_TAKEN("networkingAddress cannot have already been claimed"),
        NETWORKING_KEY_TAKEN("networkingKey cannot have already been claimed"),
        STAKING_KEY_TAKEN("stakingKey cannot have already been claimed"),
        NETWORKING_KEY_FORM("The networkingKey length"),
        STAKING_KEY_FORM("The stakingKey length"),
        ROLE("The role must be"),
        STAKE_BELOW_MINIMUM("is not above the minimum"),
        PROOF("Proof of Possession"),
        STAKE_NOT_COVERED("Cannot get tokens to stake"),
        NO_COLLECTION("does not store a Staking Collection"),
        NOT_IN_COLLECTION("does not exist in the owner's collection"),
        NO_MACHINE_ACCOUNT(
                "Could not find a machine account", "Could not create a machine account"),
        ALREADY_CLAIMED("has already been claimed"),
        WRONG_ROLE("Node operator must be a"),
        NO_NODE_STAKER("has no node at the path", "Could not borrow node reference"),
        ALREADY_STORED("already stores an object"),
        NOT_ENOUGH_FLOW("Cannot withdraw tokens"),
        NO_RECEIVER("cannot receive FLOW", "Could not borrow a Receiver"),
        KEY_FORM("invalid public key", "invalid byte in hex string", "[Error Code: 1051]"),
        NO_KEY("has no key with the index", "No key with the index"),
        NO_VOTER("has no Voter", "Could not borrow reference to qc voter"),
        NO_PARTICIPANT(
                "has no Participant", "dkg participant reference", "DKG Participant reference"),
        VOTING_CLOSED("Voting phase is not in progress"),
        ALREADY_VOTED("Vote must not have been cast already"),
        VOTE_SIGNATURE("Vote Signature cannot be verified"),
        NOT_IN_A_CLUSTER("cannot vote during the current epoch"),
        DKG_CLOSED("when DKG is disabled"),
        NOT_OF_THE_DKG("not registered for the current DKG", "is not authorized for this DKG"),
        ALREADY_SUBMITTED("may only submit once"),
        SUBMISSION_FORM("Submission must contain", "invalid ID mapping", "invalid group key"),
        EMPTY_MESSAGE("Cannot post empty message"),
        /** None the console knows. */
        OTHER;

        @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
        private final List<String> fragments;

        Reason(String... fragments) {
            this.fragments = List.of(fragments);
        }
    }

    /** The refusal that a chain's text tells. */
    public static Refusal of(String text) {
        Reason reason =
                Arrays.stream(Reason.values())
                        .filter(one -> one.fragments.stream().anyMatch(text::contains))
                        .findFirst()
                        .orElse(Reason.OTHER);
        Matcher line = LINE.matcher(text);
        return new Refusal(reason, line.find() ? line.group(1) : innermost(text), text);
    }

    /**
     * What stands behind the last code of flow-go's nested texts; the whole where there is none.
     */
    private static String innermost(String text) {
        int code = text.lastIndexOf("[Error Code: ");
        return (code < 0 ? text : text.substring(code)).strip();
    }
}
