package io.epochdesk.doctor;

/** What the doctor looks at; each has a code that never changes its meaning. */
public enum Check {
    // flow-go's CheckMachineAccountInfo, in its order
    /** A machine account for a role that has none. Facts: role. */
    ROLE("DOC-801"),
    /** A file of the node cannot be used. Facts: file, fault. */
    FILE_UNUSABLE("DOC-802"),
    /** The address is one of another network, or of none. Facts: address, network. */
    OTHER_NETWORK("DOC-803"),
    /** There is no account at the address. Facts: address. */
    ACCOUNT_MISSING("DOC-804"),
    /** The account has no key at the index the node uses. Facts: address, index, count. */
    KEY_MISSING("DOC-805"),
    /** Node and account hash differently. Facts: local, chain, index. */
    HASH_DIFFERS("DOC-806"),
    /** Node and account sign differently. Facts: local, chain, index. */
    SIGNATURE_DIFFERS("DOC-807"),
    /** The key at this position calls itself by another index. Facts: index, chain. */
    INDEX_DIFFERS("DOC-808"),
    /** The account has another public key. Facts: index, local, chain. */
    KEY_DIFFERS("DOC-809"),
    /** The balance lies below flow-go's minimum. Facts: balance, minimum, target. */
    BALANCE_LOW("DOC-810"),
    /** The hash algorithm is not what nodes are made with. Facts: found, usual. */
    HASH_UNUSUAL("DOC-811"),
    /** The signature algorithm is not what nodes are made with. Facts: found, usual. */
    SIGNATURE_UNUSUAL("DOC-812"),
    /** The key index is not what nodes are made with. Facts: found, usual. */
    INDEX_UNUSUAL("DOC-813"),

    // the key
    /** The key is revoked. Facts: index. */
    KEY_REVOKED("DOC-821"),
    /** The key weighs too little to sign alone. Facts: index, weight. */
    WEIGHT_LOW("DOC-822"),
    /** Further keys can sign without the node's, alone or together. Facts: count, indices. */
    FURTHER_KEYS("DOC-823"),
    /** A test signature does not verify with the account's key. Facts: index. */
    SIGNATURE_FAILED("DOC-824"),
    /** Nobody showed the node's key. Facts: none. */
    KEY_UNSEEN("DOC-825"),
    /** The key may be in the vault, which is locked. Facts: none. */
    VAULT_LOCKED("DOC-826"),
    /** The key is kept elsewhere and has been used. Facts: index, sequence. */
    KEY_ELSEWHERE("DOC-827"),
    /** The key is kept elsewhere, and nothing shows that anybody has it. Facts: index. */
    KEY_NEVER_USED("DOC-828"),

    // what the account stores
    /** The account lacks the node's Voter or Participant. Facts: resource, address. */
    RESOURCE_MISSING("DOC-831"),
    /** The account's Voter or Participant is another node's. Facts: resource, other. */
    RESOURCE_OF_OTHER("DOC-832"),
    /** It is not known which account is the node's. Facts: none. */
    ACCOUNT_UNKNOWN("DOC-833"),
    /** Somebody holds a capability to act as the account. Facts: count. */
    ACCOUNT_LENT("DOC-834"),
    /** More than its owner's capability allows to take its FLOW. Facts: count. */
    VAULT_LENT("DOC-835"),
    /** The machine account holds stake itself. Facts: none. */
    STAKE_IN_ACCOUNT("DOC-836"),
    /** The staking account has the node's key as well. Facts: owner, index. */
    OWNERS_KEY("DOC-837"),

    // the staking collection
    /** The record leads to another account. Facts: owner, record, address. */
    RECORD_DIFFERS("DOC-841"),
    /** The staking account has no record of the machine account. Facts: owner. */
    RECORD_MISSING("DOC-842"),
    /** The staking account is not known, so its record was not looked at. Facts: none. */
    RECORD_UNSEEN("DOC-843"),

    // the node table
    /** The operator asked for so much of the stake back that the node leaves. Facts: requested. */
    LEAVING("DOC-850"),
    /** The node is not registered. Facts: none. */
    NOT_REGISTERED("DOC-851"),
    /** Governance has not approved the node. Facts: none. */
    NOT_APPROVED("DOC-852"),
    /** The stake lies below the minimum. Facts: stake, minimum, missing. */
    STAKE_LOW("DOC-853"),
    /** The node would not be part of the next epoch. Facts: none. */
    NOT_PROPOSED("DOC-854"),
    /** The node is not part of the current epoch. Facts: epoch. */
    NOT_STAKED("DOC-855"),
    /** The node has no weight in the current epoch. Facts: none. */
    NO_WEIGHT("DOC-856"),
    /** A key of the node's files is another one than it is registered with. Facts: field. */
    REGISTERED_KEY_DIFFERS("DOC-857"),
    /** The node is registered at another address. Facts: local, chain. */
    REGISTERED_ADDRESS_DIFFERS("DOC-858"),
    /** The node is registered with another role. Facts: local, chain. */
    REGISTERED_ROLE_DIFFERS("DOC-859"),

    // files
    /** Others than the owner can read a file with a secret. Facts: file. */
    FILE_OPEN("DOC-861"),
    /** The node's machine account file is not there. Facts: folder. */
    FILE_MISSING("DOC-862"),

    // FLOW and storage
    /** The account uses more storage than its balance is good for. Facts: used, capacity. */
    STORAGE_FULL("DOC-871"),
    /** The account's storage is nearly used up. Facts: used, capacity. */
    STORAGE_TIGHT("DOC-872"),
    /** The balance does not cover the maximum fee. Facts: balance, fee, reserved, least. */
    MAXIMUM_FEE("DOC-873"),
    /** The balance lasts for less than two epochs. Facts: transactions, epochs. */
    RUNWAY_SHORT("DOC-874"),

    // nodes together
    /** Another node uses the same key. Facts: nodes. */
    SHARED_KEY("DOC-881"),
    /** Another node uses the same account. Facts: nodes. */
    SHARED_ACCOUNT("DOC-882"),

    /** A part of the chain could not be read. Facts: part, fault. */
    NOT_READ("DOC-899");

    private final String code;

    Check(String code) {
        this.code = code;
    }

    /** The stable code, such as {@code DOC-801}. */
    public String code() {
        return code;
    }
}
