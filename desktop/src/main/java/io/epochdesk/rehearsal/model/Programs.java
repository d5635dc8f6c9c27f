package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.DryRunScript;
import io.epochdesk.cadence.Program;

import java.util.List;

/** Which of the console's programs does what. */
final class Programs {

    private static final String REGISTRATION = "registration";
    private static final String ACCOUNTS = "accounts";
    private static final String STAKING = "staking";

    private Programs() {}

    /** A catalogue with all of them. */
    static ProgramCatalogue all(ProgramCatalogue empty, StakingSignatures signatures) {
        ProgramCatalogue catalogue = empty;
        for (ScriptEntry entry : scripts()) {
            Program program = Program.shipped(entry.room(), entry.name());
            catalogue = catalogue.with(program, new OwnScript(program, entry.answer()));
        }
        for (TransactionEntry entry : transactions(signatures)) {
            Program program = Program.shipped(entry.room(), entry.name());
            Program dryRun = DryRunScript.of(program);
            catalogue =
                    catalogue
                            .with(
                                    program,
                                    new OwnTransaction(program, entry.computation(), entry.deed()))
                            .with(dryRun, new OwnScript(dryRun, dryRun(entry.deed())));
        }
        return catalogue;
    }

    /** What a transaction would do: the first argument is the signer, the others are its own. */
    private static OwnScript.Answer dryRun(OwnTransaction.Deed deed) {
        return (world, moment, arguments) -> {
            deed.run(Draft.ofScript(world, moment), arguments.address(0), arguments.from(1));
            return new CadenceValue.VoidValue();
        };
    }

    private static List<ScriptEntry> scripts() {
        return List.of(
                new ScriptEntry("board", "board", BoardScripts::board),
                new ScriptEntry("quorum", "quorum", BoardScripts::quorum),
                new ScriptEntry("quorum", "stakingkeys", BoardScripts::stakingKeys),
                new ScriptEntry("dkg", "dkg", BoardScripts::dkg),
                new ScriptEntry("dkg", "whiteboard", BoardScripts::whiteboard),
                new ScriptEntry("epoch", "epoch", BoardScripts::epoch),
                new ScriptEntry("epoch", "metadata", BoardScripts::metadata),
                new ScriptEntry(ACCOUNTS, "accounts", AccountScripts::accounts),
                new ScriptEntry("epoch", "preparation", PreparationScript::preparation),
                new ScriptEntry(ACCOUNTS, "fees", AccountScripts::fees),
                new ScriptEntry(REGISTRATION, "circumstances", RegistrationScripts::circumstances),
                new ScriptEntry("doctor", "checkup", DoctorScripts::checkup),
                new ScriptEntry(STAKING, "collections", AccountScripts::collections),
                new ScriptEntry(STAKING, "standings", StakingScripts::standings),
                new ScriptEntry(STAKING, "nodes", StakingScripts::nodes),
                new ScriptEntry(STAKING, "all_nodes", StakingScripts::allNodes),
                new ScriptEntry(STAKING, "table", StakingScripts::table));
    }

    /** With the computation units each took on the emulator. */
    private static List<TransactionEntry> transactions(StakingSignatures signatures) {
        OperatorTransactions operator = new OperatorTransactions(signatures);
        MachineTransactions machine = new MachineTransactions(signatures);
        AccountTransactions account = new AccountTransactions(signatures);
        return List.of(
                own("setup_staking_collection", 20, OperatorTransactions::setUpCollection),
                own("register_node", 168, operator::registerNode),
                own("create_machine_account", 83, operator::createMachineAccount),
                own("withdraw_from_machine_account", 20, OperatorTransactions::withdraw),
                own("update_networking_address", 23, OperatorTransactions::updateAddress),
                own("register_qc_voter", 24, OperatorTransactions::claimVoter),
                own("register_dkg_participant", 23, OperatorTransactions::claimParticipant),
                own("submit_vote", 28, machine::vote),
                own("send_whiteboard_message", 16, MachineTransactions::post),
                own("send_final_submission", 24, MachineTransactions::submit),
                own("send_empty_final_submission", 16, MachineTransactions::submitEmpty),
                new TransactionEntry(ACCOUNTS, "transfer_flow", 15, AccountTransactions::transfer),
                new TransactionEntry(ACCOUNTS, "refill_accounts", 27, AccountTransactions::refill),
                new TransactionEntry(ACCOUNTS, "add_key", 7, account::addKey),
                new TransactionEntry(ACCOUNTS, "revoke_key", 5, AccountTransactions::revokeKey));
    }

    private static TransactionEntry own(String name, int computation, OwnTransaction.Deed deed) {
        return new TransactionEntry(REGISTRATION, name, computation, deed);
    }

    private record ScriptEntry(String room, String name, OwnScript.Answer answer) {}

    private record TransactionEntry(
            String room, String name, int computation, OwnTransaction.Deed deed) {}
}
