package io.epochdesk.registration;

import io.epochdesk.cadence.DryRunScript;
import io.epochdesk.cadence.Program;

/**
 * The transactions the console sends, and which audited one each stands for.
 *
 * <p>IDs of audited transactions are those of {@code manifest.mainnet.json} in
 * onflow/flow-core-contracts; QC and DKG transactions have none there.
 */
public enum Template {
    SET_UP_COLLECTION("registration", "setup_staking_collection", "SCO.01", DryRun.WHOLE),
    REGISTER_NODE("registration", "register_node", "SCO.17", DryRun.UP_TO_THE_ACCOUNT),
    CREATE_MACHINE_ACCOUNT(
            "registration", "create_machine_account", "SCO.04", DryRun.UP_TO_THE_ACCOUNT),
    CLAIM_VOTER("registration", "register_qc_voter", "QC.01", DryRun.WHOLE),
    CLAIM_PARTICIPANT("registration", "register_dkg_participant", "DKG.01", DryRun.WHOLE),
    TRANSFER("accounts", "transfer_flow", "", DryRun.WHOLE),
    REFILL("accounts", "refill_accounts", "", DryRun.WHOLE),
    WITHDRAW("registration", "withdraw_from_machine_account", "SCO.15", DryRun.WHOLE),
    UPDATE_ADDRESS("registration", "update_networking_address", "SCO.16", DryRun.WHOLE),
    ADD_KEY("accounts", "add_key", "FA.02", DryRun.NONE),
    REVOKE_KEY("accounts", "revoke_key", "FA.03", DryRun.NONE),
    SUBMIT_VOTE("registration", "submit_vote", "QC.02", DryRun.NONE),
    POST_MESSAGE("registration", "send_whiteboard_message", "DKG.02", DryRun.NONE),
    SUBMIT_RESULT("registration", "send_final_submission", "DKG.03", DryRun.NONE),
    SUBMIT_NOTHING("registration", "send_empty_final_submission", "", DryRun.NONE);

    /** How much of a transaction a script can show. */
    public enum DryRun {
        /** All of it. */
        WHOLE,
        /** All up to the creation of the machine account, which no script can do. */
        UP_TO_THE_ACCOUNT,
        /** Nothing. */
        NONE
    }

    private final String room;
    private final String file;
    private final String standsFor;
    private final DryRun dryRun;

    Template(String room, String file, String standsFor, DryRun dryRun) {
        this.room = room;
        this.file = file;
        this.standsFor = standsFor;
        this.dryRun = dryRun;
    }

    /** The console's own text. */
    public Program program() {
        return Program.shipped(room, file);
    }

    /** Its file's name, without ending. */
    public String file() {
        return file;
    }

    /** Short name of the upstream transaction it stands for, such as SCO.17; empty for none. */
    public String standsFor() {
        return standsFor;
    }

    /** How much of it can be shown beforehand. */
    public DryRun dryRun() {
        return dryRun;
    }

    /** The script that shows it. */
    Program dryRunScript() {
        return DryRunScript.of(program());
    }
}
