package io.epochdesk.registration;

import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.registration.Values.Refill;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Which checks which flow takes. Pure: everything asked of the chain is in the inquiry. */
final class PreflightRules {

    private PreflightRules() {}

    /** All checks of the inquiry's flow. */
    static Preflight of(Inquiry inquiry) {
        AccountRules.look(inquiry);
        switch (inquiry.kind) {
            case SET_UP_COLLECTION -> {
                CollectionRules.absent(inquiry);
                AccountRules.fee(inquiry, BigDecimal.ZERO);
            }
            case REGISTER_NODE -> register(inquiry);
            case CREATE_MACHINE_ACCOUNT -> createMachineAccount(inquiry);
            case CLAIM_VOTER -> claim(inquiry, NodeRole.COLLECTION);
            case CLAIM_PARTICIPANT -> claim(inquiry, NodeRole.CONSENSUS);
            case FUND ->
                    FundRules.sending(
                            inquiry,
                            List.of(
                                    new Refill(
                                            inquiry.values.address(Field.RECIPIENT),
                                            inquiry.values.amount(Field.AMOUNT))));
            case TOP_UP -> FundRules.sending(inquiry, inquiry.values.refills());
            case WITHDRAW -> withdraw(inquiry);
            case UPDATE_ADDRESS -> updateAddress(inquiry);
            case ROTATE_KEY -> rotate(inquiry);
            case SUBMIT_VOTE -> {
                expert(inquiry, NodeRole.COLLECTION);
                ExpertRules.voteSignature(inquiry);
            }
            case POST_MESSAGE, SUBMIT_NOTHING -> expert(inquiry, NodeRole.CONSENSUS);
            case SUBMIT_RESULT -> {
                expert(inquiry, NodeRole.CONSENSUS);
                ExpertRules.submission(inquiry);
            }
        }
        return inquiry.preflight();
    }

    private static void register(Inquiry inquiry) {
        CollectionRules.present(inquiry);
        NodeRules.forms(inquiry);
        NodeRules.unused(inquiry);
        NodeRules.auction(inquiry);
        NodeRules.stake(inquiry);
        NodeRules.approved(inquiry);
        BigDecimal stake =
                inquiry.has(Field.STAKE) ? inquiry.values.amount(Field.STAKE) : BigDecimal.ZERO;
        BigDecimal fromPurse = stake.subtract(inquiry.chain.lockedStake()).max(BigDecimal.ZERO);
        // the new account's reservation is paid by the signer
        AccountRules.fee(inquiry, fromPurse.add(inquiry.chain.fees().minimumReservation()));
    }

    private static void createMachineAccount(Inquiry inquiry) {
        CollectionRules.present(inquiry);
        CollectionRules.holdsNode(inquiry);
        NodeRules.role(inquiry);
        NodeRules.machineKey(inquiry);
        Optional<NodeRole> role = NodeRules.standing(inquiry).map(NodeStanding::role);
        role.filter(NodeRole::hasMachineAccount)
                .ifPresent(
                        one ->
                                NodeRules.unclaimed(
                                        inquiry, inquiry.values.text(Field.NODE_ID), one));
        AccountRules.fee(inquiry, inquiry.chain.fees().minimumReservation());
    }

    private static void claim(Inquiry inquiry, NodeRole role) {
        CollectionRules.bareNode(inquiry, role);
        AccountRules.fee(inquiry, BigDecimal.ZERO);
    }

    private static void withdraw(Inquiry inquiry) {
        CollectionRules.present(inquiry);
        CollectionRules.holdsNode(inquiry);
        CollectionRules.machineAccount(inquiry)
                .ifPresent(machine -> FundRules.withdrawing(inquiry, machine));
        AccountRules.fee(inquiry, BigDecimal.ZERO);
    }

    private static void updateAddress(Inquiry inquiry) {
        CollectionRules.present(inquiry);
        CollectionRules.holdsNode(inquiry);
        NodeRules.form(inquiry, Check.NETWORKING_ADDRESS_FORM, Field.NETWORKING_ADDRESS);
        NodeRules.addressUnused(inquiry);
        NodeRules.auction(inquiry);
        AccountRules.fee(inquiry, BigDecimal.ZERO);
    }

    private static void rotate(Inquiry inquiry) {
        NodeRules.machineKey(inquiry);
        boolean there =
                inquiry.chain.signer().stream()
                        .flatMap(account -> account.keys().stream())
                        .anyMatch(
                                key ->
                                        !key.revoked()
                                                && key.publicKey()
                                                        .equals(
                                                                inquiry.values.text(
                                                                        Field.MACHINE_KEY)));
        inquiry.find(
                Check.KEY_NEW,
                there ? Verdict.AT_RISK : Verdict.FIT,
                List.of(inquiry.told("on the account", there, "Account.keys")),
                "index",
                Integer.toString(nextIndex(inquiry)));
        AccountRules.fee(inquiry, BigDecimal.ZERO);
    }

    /** The index an added key gets. */
    private static int nextIndex(Inquiry inquiry) {
        return inquiry.chain.signer().map(account -> account.keys().size()).orElse(0);
    }

    /**
     * What must hold before the old key is revoked: the node has used the new one, and it signs
     * alone.
     *
     * @param newIndex index of the new key
     * @param used its sequence number
     */
    static Preflight ofRevoking(Inquiry inquiry, int newIndex, long used) {
        AccountRules.look(inquiry);
        boolean alone =
                inquiry.chain.signer().flatMap(account -> account.key(newIndex)).stream()
                        .anyMatch(OnChainKey::signsAlone);
        inquiry.must(
                Check.ANOTHER_KEY_STAYS,
                alone,
                List.of(inquiry.told("key " + newIndex + " signs alone", alone, "Account.keys")),
                "index",
                Integer.toString(newIndex));
        inquiry.find(
                Check.NEW_KEY_USED,
                used > 0 ? Verdict.FIT : Verdict.AT_RISK,
                List.of(inquiry.told("sequence number", used, "Access API, GetAccount")),
                "index",
                Integer.toString(newIndex),
                "sequence",
                Long.toString(used));
        AccountRules.fee(inquiry, BigDecimal.ZERO);
        return inquiry.preflight();
    }

    private static void expert(Inquiry inquiry, NodeRole role) {
        CollectionRules.epochResource(inquiry, role);
        ExpertRules.part(inquiry, role);
        AccountRules.fee(inquiry, BigDecimal.ZERO);
    }
}
