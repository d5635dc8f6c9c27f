package io.epochdesk.registration;

/**
 * What is checked before anything is signed. Names are kept in files and never change; sentences
 * stand in {@code text/registration.properties} as {@code check.<CHECK>.<VERDICT>}.
 */
public enum Check {
    /** The network is the one the flow was begun on. Facts: chain. */
    NETWORK,
    /**
     * A second access node tells the same, where the first does not prove who it is. Facts: node.
     */
    SECOND_NODE,
    /** It is known how earlier attempts of this flow ended. Facts: id. */
    EARLIER_ATTEMPT,
    /** The account's address is one of this network. Facts: account, network. */
    ADDRESS_OF_NETWORK,
    /** There is such an account. Facts: account. */
    ACCOUNT_THERE,
    /**
     * Its keys that are to sign are there, not revoked, and the ones at hand. Facts: account, key.
     */
    SIGNING_KEYS,
    /** Together they weigh enough. Facts: weight. */
    WEIGHT,
    /**
     * The highest fee can be paid, and the storage reservation stays. Facts: left, fee, reserved.
     */
    FEE_COVERED,
    /** The node ID has its form. Facts: value. */
    NODE_ID_FORM,
    /** The networking address is host and port. Facts: value. */
    NETWORKING_ADDRESS_FORM,
    /** The networking key is one. Facts: value. */
    NETWORKING_KEY_FORM,
    /** The staking key is one. Facts: value. */
    STAKING_KEY_FORM,
    /** The proof shows that whoever made it holds the staking key. Facts: none. */
    PROOF_OF_POSSESSION,
    /** The machine account's key is one for its algorithm. Facts: algorithm. */
    MACHINE_KEY_FORM,
    /** No node has this ID yet. Facts: node. */
    NODE_ID_UNUSED,
    /** No node has this networking address. Facts: address. */
    NETWORKING_ADDRESS_UNUSED,
    /** No node has this networking key. Facts: none. */
    NETWORKING_KEY_UNUSED,
    /** No node has this staking key. Facts: none. */
    STAKING_KEY_UNUSED,
    /** The staking auction is open. Facts: views. */
    AUCTION_OPEN,
    /** The stake reaches the role's minimum. Facts: stake, minimum, role. */
    STAKE_MINIMUM,
    /** The stake is there, locked and unlocked. Facts: stake, unlocked, locked, total. */
    STAKE_COVERED,
    /** Governance lets the node take part. Facts: node. */
    APPROVED,
    /** The account has its staking collection. Facts: account. */
    COLLECTION_PRESENT,
    /** The account has no staking collection yet. Facts: account. */
    COLLECTION_ABSENT,
    /** The node is in the account's staking collection. Facts: node. */
    NODE_IN_COLLECTION,
    /** The node's role has machine accounts. Facts: role. */
    ROLE_WITH_MACHINE_ACCOUNT,
    /** Neither Voter nor Participant of the node was handed out yet. Facts: node. */
    UNCLAIMED,
    /** The account stores a bare NodeStaker of the right role. Facts: account, role. */
    NODE_STAKER,
    /** The account has room for the Voter or Participant: it stores none yet. Facts: node. */
    STORAGE_FREE,
    /** The node has a machine account on record. Facts: node, account. */
    MACHINE_ACCOUNT_PRESENT,
    /** The receiving accounts are there. Facts: account. */
    RECIPIENT_THERE,
    /** What is to be sent is there. Facts: amount, available. */
    AMOUNT_COVERED,
    /** What stays on the machine account is enough for the node. Facts: left, minimum. */
    ENOUGH_STAYS,
    /** The account stores the Voter or Participant of this node. Facts: node, account. */
    EPOCH_RESOURCE,
    /** The new key is not on the account yet. Facts: index. */
    KEY_NEW,
    /** Another key of full weight stays when the old one is revoked. Facts: index. */
    ANOTHER_KEY_STAYS,
    /** The node has used the new key. Facts: index, sequence. */
    NEW_KEY_USED,
    /** Voting, or the DKG, is on. Facts: none. */
    SETUP_OPEN,
    /** The node is of a cluster, or of the DKG's committee. Facts: node. */
    MEMBER,
    /** The node has not voted, or not submitted, yet. Facts: node. */
    NOT_DONE_YET,
    /** The vote is the node's over the message. Facts: none. */
    VOTE_SIGNATURE,
    /** The submission is of the form the contract takes. Facts: keys, members. */
    SUBMISSION_FORM,
    /** The node does this itself; the console may all the same. Facts: network. */
    NODE_IDLE
}
