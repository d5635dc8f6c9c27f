package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

import java.util.List;

/** What the upstream templates do, with their own words where those differ from the console's. */
final class UpstreamDeeds {

    private static final String NO_STAKER = "Could not borrow node reference from storage path";
    private static final String NO_PARTICIPANT =
            "Cannot borrow DKG Participant reference from path"
                    + " /storage/flowEpochsDKGParticipant. The signer needs to ensure their"
                    + " account is initialized with the DKG Participant resource.";

    private final OperatorTransactions operator;
    private final MachineTransactions machine;
    private final AccountTransactions account;

    UpstreamDeeds(StakingSignatures signatures) {
        operator = new OperatorTransactions(signatures);
        machine = new MachineTransactions(signatures);
        account = new AccountTransactions(signatures);
    }

    /**
     * A template.
     *
     * @param name its file name upstream
     * @param computation computation units, as the console's own of the same purpose takes
     * @param deed what it does
     * @param hashes of its texts
     */
    record Template(String name, int computation, OwnTransaction.Deed deed, List<String> hashes) {}

    List<Template> all() {
        return List.of(
                of(
                        "setup_staking_collection",
                        20,
                        OperatorTransactions::setUpCollection,
                        "5d5dfcf8d503fcfaf3a92344f6d46a9a7129ae796c0be4482dc6be4f9f528344"),
                of(
                        "register_node",
                        168,
                        keyChecked(
                                "register node with provided machine account key",
                                8,
                                operator::registerNode),
                        "2f9c10015fdbd899757e92844d1462ae101a46007b7f394078acf2ee7e5766f7",
                        "7d4c6c28eb0a5fe3de6dad35c585f8014799320bdcdde4a7830e05b6c81407c9"),
                of(
                        "create_machine_account",
                        83,
                        keyChecked("create machine account", 2, operator::createMachineAccount),
                        "cd4a6d563df1d439785fe0d380baa074e915c8b84c6c7d87f6f7250edc179607",
                        "f963e96cc62b6b8c4d1f75aaf2ae28ae6e0c5252d0d8dbd483b0bd146e848a2a"),
                of(
                        "withdraw_from_machine_account",
                        20,
                        OperatorTransactions::withdraw,
                        "b9607109268e9558540a6cdf8f2644f2cf95fe05045e7eb2e506b4a7715b5fd6"),
                of(
                        "update_networking_address",
                        23,
                        OperatorTransactions::updateAddress,
                        "2206994960481ee7de0076737cd0099fd99c2bd8be7f378abb42050e45a5dc15"),
                of(
                        "register_qc_voter",
                        24,
                        having(StoragePaths.STAKER, NO_STAKER, OperatorTransactions::claimVoter),
                        "9a665933c892b9438db3956e3fa35926ffd09b73cb93e0a32eaf055208cbf793"),
                of(
                        "register_dkg_participant",
                        23,
                        having(
                                StoragePaths.STAKER,
                                NO_STAKER,
                                OperatorTransactions::claimParticipant),
                        "d3fa1f0a3f66e597370a9975a72443f6ede8cbd4947c36511c326f50abfc650a"),
                of(
                        "submit_vote",
                        28,
                        having(
                                StoragePaths.VOTER,
                                "Could not borrow reference to qc voter",
                                machine::vote),
                        "7ad6df84e95767b17668aedb567f3f331f03211720d76abed4c92c58bb5a28d8"),
                of(
                        "send_whiteboard_message",
                        16,
                        having(
                                StoragePaths.PARTICIPANT,
                                "Cannot borrow dkg participant reference",
                                MachineTransactions::post),
                        "5878e6befb16179ff6bf4a10d858b954fee6f0b200acb2b7cca298a1bb09f73b"),
                of(
                        "send_final_submission",
                        24,
                        having(
                                StoragePaths.PARTICIPANT,
                                NO_PARTICIPANT,
                                MachineTransactions::submit),
                        "529d19107978bcf503a9f978a822a73da6ca3aca4939b2b668bb85f8c7cf8149",
                        "81b2afd9d95866a2b727bfbb1ad87f1275638c9223a7840c27a8ef8cdea2ee4b"),
                of(
                        "send_empty_final_submission",
                        16,
                        having(
                                StoragePaths.PARTICIPANT,
                                NO_PARTICIPANT,
                                MachineTransactions::submitEmpty),
                        "00893e0796ff3e2eace706088bbfbb07be79203255539266693ba8410f727025",
                        "2997d7f29a4fab00248f93b1789b70ebeb65fe40b82f4b9c2ed8a00375d8cdfe"),
                of(
                        "transfer_tokens",
                        15,
                        UpstreamDeeds::transfer,
                        "52e4e086b4c5ee267834a0d0e1326d8567b92558ef9e129aa093652c467fbce4",
                        "e7ca8206f16733a8de24822ea4ad58ac1b84e390b05615d09f6c600a2bb6b6fc"),
                of(
                        "add_key",
                        7,
                        keyChecked("add Key", 1, this::addKey),
                        "836d563e35b93208775b6ee3a9cf8b6fb562294fd187329a421e87670565699a",
                        "8eb225ea188a23964a4d6862bf169135d017df65f440d973bbea8162106f5870"),
                of(
                        "revoke_key",
                        5,
                        UpstreamDeeds::revoke,
                        "b88ca1bd4781265f2fb19667da2559903f9018477cc311c010397dbfb9b4af0f",
                        "f01c33d3d9432af762037514b905c05763e5bf358b07eb051157f5d0ddd0048c"));
    }

    private static Template of(
            String name, int computation, OwnTransaction.Deed deed, String... hashes) {
        return new Template(name, computation, deed, List.of(hashes));
    }

    /** With the template's words for something the signer does not store. */
    private static OwnTransaction.Deed having(String path, String words, OwnTransaction.Deed deed) {
        return (draft, signer, arguments) -> {
            if (!draft.account(signer).stored().containsKey(path)) {
                throw Aborted.panic(words);
            }
            deed.run(draft, signer, arguments);
        };
    }

    /** With the template's conditions on the numbers of a key's algorithms. */
    private static OwnTransaction.Deed keyChecked(String what, int at, OwnTransaction.Deed deed) {
        return (draft, signer, arguments) -> {
            long signing = arguments.integer(at);
            long hashing = arguments.integer(at + 1);
            if (signing != 1 && signing != 2) {
                throw unsupported(
                        what, "signature", signing, "1 (ECDSA_P256) or 2 (ECDSA_secp256k1)");
            }
            if (hashing != 1 && hashing != 3) {
                throw unsupported(what, "hash", hashing, "1 (SHA2_256) or 3 (SHA3_256)");
            }
            deed.run(draft, signer, arguments);
        };
    }

    private static Aborted unsupported(String what, String kind, long given, String options) {
        return Aborted.precondition(
                ("Cannot %s: Must provide a %s algorithm raw value that corresponds to one of the"
                                + " available %s algorithms for Flow keys. You provided %d but"
                                + " the options are either %s.")
                        .formatted(what, kind, kind, given, options));
    }

    private void addKey(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        long weight = arguments.ufix64(3);
        if (weight > UFix64.of(AccountKey.FULL_WEIGHT)) {
            throw Aborted.precondition(
                    "Cannot add Key: The key weight must be between 0 and 1000. You provided "
                            + UFix64.text(weight)
                            + " which is invalid.");
        }
        account.addKey(draft, signer, arguments);
    }

    private static void revoke(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        long index = arguments.integer(0);
        if (index >= draft.account(signer).keys().size()) {
            throw Aborted.panic(
                    "Cannot revoke key: No key with the index "
                            + index
                            + " exists on the authorizer's account.");
        }
        Accounts.revoke(draft, signer, index);
    }

    private static void transfer(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        FlowAddress to = arguments.address(1);
        VaultMove tokens = FlowTokens.withdraw(draft, signer, arguments.ufix64(0));
        if (draft.world().account(to) == null) {
            throw Aborted.panic(
                    "Could not borrow a Receiver reference to the FlowToken Vault in account "
                            + to
                            + " at path /public/flowTokenReceiver. Make sure you are sending to an"
                            + " address that has a FlowToken Vault set up properly at the"
                            + " specified path.");
        }
        FlowTokens.deposit(draft, to, tokens);
    }
}
