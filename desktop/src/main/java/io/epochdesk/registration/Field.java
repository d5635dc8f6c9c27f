package io.epochdesk.registration;

/**
 * A value that flows ask for. The name, what it looks like, where it comes from and the help stand
 * in {@code text/registration.properties} as {@code field.<FIELD>.…}.
 */
public enum Field {
    /** The account that signs: the staking account, or the machine account. */
    ACCOUNT(FieldForm.ADDRESS),
    /** Indices of the account's keys that sign, the proposer's first; such as {@code 0, 2}. */
    SIGNING_KEYS(FieldForm.INDICES),
    /** The node's ID. */
    NODE_ID(FieldForm.NODE_ID),
    /** The node's role. */
    ROLE(FieldForm.ROLE),
    /** Host and port at which other nodes reach it. */
    NETWORKING_ADDRESS(FieldForm.HOST_AND_PORT),
    /** Its networking key. */
    NETWORKING_KEY(FieldForm.P256_KEY),
    /** Its staking key. */
    STAKING_KEY(FieldForm.STAKING_KEY),
    /** Proof of possession of the staking key. */
    PROOF_OF_POSSESSION(FieldForm.BLS_SIGNATURE),
    /** FLOW to stake. */
    STAKE(FieldForm.AMOUNT),
    /** The public key of the machine account, or the one to be added. */
    MACHINE_KEY(FieldForm.ACCOUNT_KEY),
    /** What that key signs with. */
    KEY_SIGNATURE(FieldForm.SIGNATURE_ALGORITHM),
    /** What its messages are hashed with. */
    KEY_HASH(FieldForm.HASH_ALGORITHM),
    /** The account that receives FLOW. */
    RECIPIENT(FieldForm.ADDRESS),
    /** FLOW to move. */
    AMOUNT(FieldForm.AMOUNT),
    /** Accounts and amounts, one a line: {@code 0x… 0.75}. */
    REFILLS(FieldForm.REFILLS),
    /** Index of the key that the node uses so far. */
    OLD_KEY_INDEX(FieldForm.INDEX),
    /** What the vote is for. */
    VOTE_MESSAGE(FieldForm.HEX),
    /** The vote: the staking key's signature over the message. */
    VOTE_SIGNATURE(FieldForm.BLS_SIGNATURE),
    /** A whiteboard message as node software writes it. */
    CONTENT(FieldForm.TEXT),
    /** The group's public key. */
    GROUP_KEY(FieldForm.STAKING_KEY),
    /** The participants' public keys, one a line. */
    PUBLIC_KEYS(FieldForm.STAKING_KEYS),
    /** Which of these keys is whose: {@code node ID index}, one a line. */
    ID_MAPPING(FieldForm.MAPPING);

    private final FieldForm form;

    Field(FieldForm form) {
        this.form = form;
    }

    /** What it has to look like. */
    public FieldForm form() {
        return form;
    }
}
