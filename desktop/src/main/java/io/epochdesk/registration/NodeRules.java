package io.epochdesk.registration;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.ProofOfPossession;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What must hold of a node that is registered, or is to be. */
final class NodeRules {

    private static final String TABLE = "FlowIDTableStaking";

    private NodeRules() {}

    /** Forms of all that is registered, keys and proof included. */
    static void forms(Inquiry inquiry) {
        form(inquiry, Check.NODE_ID_FORM, Field.NODE_ID);
        form(inquiry, Check.NETWORKING_ADDRESS_FORM, Field.NETWORKING_ADDRESS);
        form(inquiry, Check.NETWORKING_KEY_FORM, Field.NETWORKING_KEY);
        form(inquiry, Check.STAKING_KEY_FORM, Field.STAKING_KEY);
        inquiry.must(
                Check.PROOF_OF_POSSESSION,
                isProved(inquiry.values),
                List.of(
                        inquiry.entered(Field.STAKING_KEY),
                        inquiry.entered(Field.PROOF_OF_POSSESSION)));
        machineKey(inquiry);
    }

    /** A value's form. */
    static void form(Inquiry inquiry, Check check, Field field) {
        inquiry.must(
                check,
                inquiry.has(field),
                List.of(inquiry.entered(field)),
                "value",
                inquiry.values.text(field));
    }

    /** A key for a machine account, on the curve of its algorithm. */
    static void machineKey(Inquiry inquiry) {
        boolean good =
                inquiry.has(Field.KEY_SIGNATURE)
                        && inquiry.has(Field.KEY_HASH)
                        && FieldForm.curveKey(
                                        inquiry.values.text(Field.MACHINE_KEY),
                                        inquiry.values.keySignature())
                                .isEmpty();
        inquiry.must(
                Check.MACHINE_KEY_FORM,
                good,
                List.of(inquiry.entered(Field.MACHINE_KEY), inquiry.entered(Field.KEY_SIGNATURE)),
                "algorithm",
                inquiry.values.text(Field.KEY_SIGNATURE));
    }

    private static boolean isProved(Values values) {
        try {
            return BlsPublicKey.ofHex(values.text(Field.STAKING_KEY))
                    .isProvedBy(ProofOfPossession.ofHex(values.text(Field.PROOF_OF_POSSESSION)));
        } catch (BadEncodingException e) {
            return false;
        }
    }

    /** ID, address and keys that no node has. */
    static void unused(Inquiry inquiry) {
        String node = inquiry.values.text(Field.NODE_ID);
        inquiry.must(
                Check.NODE_ID_UNUSED,
                standing(inquiry).isEmpty(),
                List.of(
                        inquiry.told(
                                "node " + node,
                                standing(inquiry).map(one -> one.role().name()).orElse("none"),
                                TABLE + ".getNodeIDs")),
                "node",
                node);
        addressUnused(inquiry);
        inquiry.must(
                Check.NETWORKING_KEY_UNUSED,
                !inquiry.chain.networkingKeyClaimed(),
                List.of(
                        inquiry.told(
                                "claimed",
                                inquiry.chain.networkingKeyClaimed(),
                                TABLE + ".getNetworkingKeyClaimed")));
        inquiry.must(
                Check.STAKING_KEY_UNUSED,
                !inquiry.chain.stakingKeyClaimed(),
                List.of(
                        inquiry.told(
                                "claimed",
                                inquiry.chain.stakingKeyClaimed(),
                                TABLE + ".getStakingKeyClaimed")));
    }

    /** An address that no node has. */
    static void addressUnused(Inquiry inquiry) {
        inquiry.must(
                Check.NETWORKING_ADDRESS_UNUSED,
                !inquiry.chain.addressClaimed(),
                List.of(
                        inquiry.told(
                                "claimed",
                                inquiry.chain.addressClaimed(),
                                TABLE + ".getNetworkingAddressClaimed")),
                "address",
                inquiry.values.text(Field.NETWORKING_ADDRESS));
    }

    /** The auction, in which alone nodes are registered and changed. */
    static void auction(Inquiry inquiry) {
        boolean open = inquiry.chain.table().stakingEnabled();
        long left = inquiry.chain.stakingEndView() - inquiry.chain.view();
        Verdict verdict =
                !open ? Verdict.UNFIT : left <= LEAST_VIEWS ? Verdict.AT_RISK : Verdict.FIT;
        inquiry.find(
                Check.AUCTION_OPEN,
                verdict,
                List.of(
                        inquiry.told("open", open, TABLE + ".stakingEnabled"),
                        inquiry.told("view", inquiry.chain.view(), "getCurrentBlock"),
                        inquiry.told(
                                "last view of the auction",
                                inquiry.chain.stakingEndView(),
                                "FlowEpoch.getEpochMetadata")),
                "views",
                Long.toString(Math.max(0, left)));
    }

    /** With fewer views left, the auction may end before a transaction is carried out. */
    private static final long LEAST_VIEWS = 100;

    /** The stake against the role's minimum and against what is there. */
    static void stake(Inquiry inquiry) {
        if (!inquiry.has(Field.STAKE) || !inquiry.has(Field.ROLE)) {
            inquiry.must(
                    Check.STAKE_MINIMUM,
                    false,
                    List.of(inquiry.entered(Field.STAKE), inquiry.entered(Field.ROLE)),
                    "stake",
                    inquiry.values.text(Field.STAKE),
                    "minimum",
                    "?",
                    "role",
                    inquiry.values.text(Field.ROLE));
            return;
        }
        BigDecimal stake = inquiry.values.amount(Field.STAKE);
        NodeRole role = inquiry.values.role();
        BigDecimal minimum = inquiry.chain.table().minimums().getOrDefault(role, BigDecimal.ZERO);
        inquiry.must(
                Check.STAKE_MINIMUM,
                stake.compareTo(minimum) >= 0,
                List.of(
                        inquiry.entered(Field.STAKE),
                        inquiry.told(
                                "minimum",
                                Amounts.text(minimum),
                                TABLE + ".getMinimumStakeRequirements")),
                "stake",
                Amounts.text(stake),
                "minimum",
                Amounts.text(minimum),
                "role",
                word(role));
        BigDecimal unlocked = inquiry.chain.unlockedStake();
        BigDecimal locked = inquiry.chain.lockedStake();
        inquiry.must(
                Check.STAKE_COVERED,
                stake.compareTo(unlocked.add(locked)) <= 0,
                List.of(
                        inquiry.told(
                                "unlocked less reservation",
                                Amounts.text(unlocked),
                                "Account.balance"),
                        inquiry.told(
                                "locked less reservation",
                                Amounts.text(locked),
                                "LockedTokens.TokenHolder.getLockedAccountBalance")),
                "stake",
                Amounts.text(stake),
                "unlocked",
                Amounts.text(unlocked),
                "locked",
                Amounts.text(locked),
                "total",
                Amounts.text(unlocked.add(locked)));
    }

    /** Governance's list. */
    static void approved(Inquiry inquiry) {
        String node = inquiry.values.text(Field.NODE_ID);
        boolean approved = part(inquiry).map(EpochPart::approved).orElse(false);
        inquiry.find(
                Check.APPROVED,
                approved ? Verdict.FIT : Verdict.AT_RISK,
                List.of(inquiry.told("approved", approved, TABLE + ".getApprovedList")),
                "node",
                node);
    }

    /** A Voter or Participant is handed out once, for ever. */
    static void unclaimed(Inquiry inquiry, String nodeId, NodeRole role) {
        EpochPart part = inquiry.chain.parts().get(nodeId);
        boolean claimed =
                part != null
                        && (role == NodeRole.COLLECTION
                                ? part.voterClaimed()
                                : part.participantClaimed());
        String asked =
                role == NodeRole.COLLECTION
                        ? "FlowClusterQC.voterIsClaimed"
                        : "FlowDKG.participantIsClaimed";
        inquiry.must(
                Check.UNCLAIMED,
                !claimed,
                List.of(inquiry.told("claimed", claimed, asked)),
                "node",
                nodeId);
    }

    /** The node as the table has it. */
    static Optional<NodeStanding> standing(Inquiry inquiry) {
        return Optional.ofNullable(
                inquiry.chain.table().nodes().get(inquiry.values.text(Field.NODE_ID)));
    }

    static Optional<EpochPart> part(Inquiry inquiry) {
        return Optional.ofNullable(inquiry.chain.parts().get(inquiry.values.text(Field.NODE_ID)));
    }

    /** Role and whether it has machine accounts. */
    static void role(Inquiry inquiry) {
        Optional<NodeRole> role = standing(inquiry).map(NodeStanding::role);
        List<Evidence> evidence =
                List.of(
                        inquiry.told(
                                "role",
                                role.map(NodeRole::name).orElse("none"),
                                TABLE + ".NodeInfo"));
        inquiry.must(
                Check.ROLE_WITH_MACHINE_ACCOUNT,
                role.filter(NodeRole::hasMachineAccount).isPresent(),
                evidence,
                "role",
                role.map(NodeRules::word).orElse("?"));
    }

    /** A role as node software writes it. */
    static String word(NodeRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
