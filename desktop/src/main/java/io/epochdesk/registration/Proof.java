package io.epochdesk.registration;

import java.util.List;
import java.util.Map;

/**
 * What is on the chain after a flow, read again from it.
 *
 * @param items what was looked at
 * @param transactions IDs of the flow's transactions that were carried out, with their heights
 */
public record Proof(List<Item> items, Map<String, Long> transactions) {

    public Proof {
        items = List.copyOf(items);
        transactions = Map.copyOf(transactions);
    }

    /** Whether everything is as the flow meant it to be. */
    public boolean isComplete() {
        return items.stream().allMatch(Item::shown);
    }

    /**
     * One thing that was looked at.
     *
     * @param what which
     * @param shown whether it is as it should be
     * @param evidence what was read, where and when
     */
    public record Item(What what, boolean shown, List<Evidence> evidence) {
        public Item {
            evidence = List.copyOf(evidence);
        }
    }

    /** What can be looked at; sentences stand as {@code proof.<WHAT>}. */
    public enum What {
        /** The transaction was carried out. */
        TRANSACTION,
        /** The account has its staking collection. */
        COLLECTION,
        /** The node is in the table, with its role, address and keys. */
        NODE,
        /** The stake is committed. */
        STAKE,
        /** The staking collection has the machine account on record. */
        MACHINE_ACCOUNT_RECORD,
        /** The machine account has the key, alone of full weight. */
        MACHINE_KEY,
        /** The Voter or Participant is in its storage. */
        EPOCH_RESOURCE,
        /** Its balance. */
        BALANCE,
        /** The networking address is the new one. */
        NETWORKING_ADDRESS,
        /** The new key is on the account. */
        NEW_KEY,
        /** The old key is revoked. */
        OLD_KEY_REVOKED,
        /** The vote, message or submission is in the contract. */
        EPOCH_DEED,
        /** The doctor calls the node fit, or says what is missing. */
        DOCTOR
    }
}
