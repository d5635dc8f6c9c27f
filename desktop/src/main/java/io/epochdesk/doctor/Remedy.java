package io.epochdesk.doctor;

import io.epochdesk.cadence.FlowAddress;

import java.math.BigDecimal;
import java.util.List;

/** The next step for a finding. The window makes a button of those the console can do. */
public sealed interface Remedy {

    /**
     * Send FLOW to the machine account.
     *
     * @param account where to
     * @param amount how much brings it to the target
     * @param target the balance that flow-go recommends, or what the check needs if that is more
     */
    record TopUp(FlowAddress account, BigDecimal amount, BigDecimal target) implements Remedy {}

    /**
     * Give the account a new key, let the node use it, then revoke this one.
     *
     * @param account whose key
     * @param keyIndex the key to replace
     */
    record RotateKey(FlowAddress account, int keyIndex) implements Remedy {}

    /** Revoke keys that nobody needs. */
    record RevokeKeys(FlowAddress account, List<Integer> keyIndices) implements Remedy {
        public RevokeKeys {
            keyIndices = List.copyOf(keyIndices);
        }
    }

    /**
     * Let only its owner read a file.
     *
     * @param file its path
     */
    record NarrowFile(String file) implements Remedy {}

    /**
     * Set a file of the node right and restart the node.
     *
     * @param file its path; empty when it is not known where it is
     * @param field the field that is wrong; empty when it is the file as a whole
     * @param value what belongs there; empty when the console does not know
     */
    record CorrectFile(String file, String field, String value) implements Remedy {}

    /** Write the key from the vault as the node's file again. */
    record ExportKey(String nodeId) implements Remedy {}

    /** Unlock the vault and look again. */
    record UnlockVault() implements Remedy {}

    /** Show the console the node's key: its bootstrap folder, or the key in the vault. */
    record ShowKey(String nodeId) implements Remedy {}

    /** Tell the console the node's machine account or staking account. */
    record TellAccount(String nodeId) implements Remedy {}

    /**
     * Commit more FLOW to the node while the auction is open.
     *
     * @param amount how much is missing
     */
    record StakeMore(String nodeId, BigDecimal amount) implements Remedy {}

    /** Ask the network's governance for approval. */
    record AskForApproval(String nodeId) implements Remedy {}

    /** Register the node, with its staking key's proof, while the auction is open. */
    record Register(String nodeId) implements Remedy {}

    /** Create the machine account of a node that never had one. */
    record CreateMachineAccount(String nodeId) implements Remedy {}

    /**
     * Find the account that holds the node's Voter or Participant and move it back; where it was
     * destroyed, the node needs a new ID.
     *
     * @param resource such as {@code FlowClusterQC.Voter}
     */
    record FindResource(String nodeId, String resource) implements Remedy {}

    /**
     * Take the account's FLOW back through the staking account and register a node with a new ID:
     * no key is left that could sign for the account, not even to add one.
     */
    record ReplaceNode(String nodeId, FlowAddress account) implements Remedy {}

    /** Move the stake to an account whose key no node needs. */
    record MoveStake(String nodeId) implements Remedy {}

    /** Delete the capability controllers that nobody needs, with the account's key. */
    record DeleteCapabilities(FlowAddress account) implements Remedy {}

    /** Give each of these nodes a key, or an account, of its own. */
    record Separate(List<String> nodeIds) implements Remedy {
        public Separate {
            nodeIds = List.copyOf(nodeIds);
        }
    }

    /** Look again, if need be through another access node. */
    record LookAgain() implements Remedy {}
}
