package io.epochdesk.registration;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Doctor;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.doctor.SpendingHistory;
import io.epochdesk.doctor.Verdict;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.registration.CircumstancesReader.Question;
import io.epochdesk.registration.FlowRecord.Result;
import io.epochdesk.registration.Proof.What;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads from the chain, anew, what a flow meant to bring about. */
final class Prover {

    private final Workplace place;

    Prover(Workplace place) {
        this.place = place;
    }

    Proof prove(FlowRecord record) {
        Values values = record.entered();
        Question asked = Questions.of(record.kind(), values, place.network().scripts());
        List<FlowAddress> others = new ArrayList<>(asked.others());
        String machine = record.results().get(Result.MACHINE_ACCOUNT);
        if (machine != null) {
            others.add(FlowAddress.of(machine));
        }
        Reading<Circumstances> reading =
                new CircumstancesReader(place.network().scripts())
                        .read(
                                new Question(
                                        asked.owner(),
                                        others,
                                        asked.nodeIds(),
                                        asked.networkingAddress(),
                                        asked.networkingKey(),
                                        asked.stakingKey()));
        Look look = new Look(record, values, reading);
        look.transactions();
        switch (record.kind()) {
            case SET_UP_COLLECTION -> look.collection();
            case REGISTER_NODE -> {
                look.node();
                look.machine();
                doctor(look);
            }
            case CREATE_MACHINE_ACCOUNT -> {
                look.machine();
                doctor(look);
            }
            case CLAIM_VOTER -> look.claimed(NodeRole.COLLECTION);
            case CLAIM_PARTICIPANT -> look.claimed(NodeRole.CONSENSUS);
            case FUND, TOP_UP, WITHDRAW -> asked.others().forEach(look::balance);
            case UPDATE_ADDRESS -> look.address();
            case ROTATE_KEY -> look.rotated();
            case SUBMIT_VOTE, POST_MESSAGE, SUBMIT_RESULT, SUBMIT_NOTHING -> look.deed();
        }
        return new Proof(look.items, look.ids);
    }

    private void doctor(Look look) {
        Examination examined =
                new Doctor(place.network(), SpendingHistory.NONE)
                        .examine(
                                List.of(
                                        NodeUnderCare.of(look.values.text(Field.NODE_ID))
                                                .stakedBy(look.chain.owner())))
                        .getFirst();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(look.told("verdict", examined.verdict(), "doctor"));
        examined.findings()
                .forEach(
                        finding ->
                                evidence.add(
                                        look.told(
                                                finding.check().code(),
                                                finding.severity(),
                                                "doctor")));
        // nobody showed the doctor the key: a fresh account's use proves nothing yet
        look.item(What.DOCTOR, examined.verdict() != Verdict.UNFIT, evidence);
    }

    /** One look at the chain. */
    private static final class Look {
        private final FlowRecord record;
        private final Values values;
        private final Circumstances chain;
        private final Provenance provenance;
        private final List<Proof.Item> items = new ArrayList<>();
        private final Map<String, Long> ids = new LinkedHashMap<>();

        Look(FlowRecord record, Values values, Reading<Circumstances> reading) {
            this.record = record;
            this.values = values;
            this.chain = reading.value();
            this.provenance = reading.provenance();
        }

        Evidence told(String what, Object value, String source) {
            return new Evidence(what, value.toString(), source, provenance);
        }

        void item(What what, boolean shown, List<Evidence> evidence) {
            items.add(new Proof.Item(what, shown, evidence));
        }

        void transactions() {
            for (Sending sending : record.sendings()) {
                Ending ending = sending.ending();
                if (ending != null && ending.kind() == Ending.Kind.SUCCEEDED) {
                    String id = String.valueOf(sending.id());
                    ids.put(id, ending.height());
                    item(
                            What.TRANSACTION,
                            true,
                            List.of(told(id, ending.height(), "GetTransactionResult")));
                }
            }
        }

        void collection() {
            boolean there = chain.purse() != null && chain.purse().storesCollection();
            item(
                    What.COLLECTION,
                    there,
                    List.of(
                            told(
                                    "collection",
                                    there,
                                    "FlowStakingCollection.doesAccountHaveStakingCollection")));
        }

        private @Nullable NodeStanding standing() {
            return chain.table().nodes().get(values.text(Field.NODE_ID));
        }

        void node() {
            NodeStanding node = standing();
            boolean same =
                    node != null
                            && node.networkingAddress()
                                    .equals(values.text(Field.NETWORKING_ADDRESS))
                            && node.stakingKey().equals(values.text(Field.STAKING_KEY))
                            && node.networkingKey().equals(values.text(Field.NETWORKING_KEY));
            item(
                    What.NODE,
                    same,
                    List.of(
                            told(
                                    "node",
                                    node == null ? "none" : node.role() + " " + node.nodeId(),
                                    "FlowIDTableStaking.NodeInfo")));
            item(
                    What.STAKE,
                    node != null
                            && node.tokensCommitted().compareTo(values.amount(Field.STAKE)) >= 0,
                    List.of(
                            told(
                                    "committed",
                                    node == null ? "0" : node.tokensCommitted().toPlainString(),
                                    "FlowIDTableStaking.NodeInfo")));
        }

        void machine() {
            String node = values.text(Field.NODE_ID);
            FlowAddress machine = chain.machineAccount(node).orElse(null);
            item(
                    What.MACHINE_ACCOUNT_RECORD,
                    machine != null,
                    List.of(
                            told(
                                    "machine account",
                                    machine == null ? "none" : machine,
                                    "FlowStakingCollection.getMachineAccounts")));
            OnChainAccount account = machine == null ? null : chain.accounts().get(machine);
            List<OnChainKey> alone =
                    account == null
                            ? List.of()
                            : account.keys().stream().filter(OnChainKey::signsAlone).toList();
            item(
                    What.MACHINE_KEY,
                    alone.size() == 1
                            && alone.getFirst().publicKey().equals(values.text(Field.MACHINE_KEY)),
                    List.of(told("keys of full weight", alone.size(), "Account.keys")));
            NodeStanding standing = standing();
            resource(account, standing == null ? null : standing.role(), node);
            if (machine != null) {
                balance(machine);
            }
        }

        private void resource(
                @Nullable OnChainAccount account, @Nullable NodeRole role, String node) {
            String stored =
                    account == null
                            ? null
                            : role == NodeRole.COLLECTION
                                    ? account.voterOf()
                                    : account.participantOf();
            item(
                    What.EPOCH_RESOURCE,
                    node.equals(stored),
                    List.of(
                            told(
                                    role == NodeRole.COLLECTION ? "Voter" : "Participant",
                                    stored == null ? "none" : stored,
                                    "Account.storage")));
        }

        void claimed(NodeRole role) {
            String node = chain.purse() == null ? null : chain.purse().stakerOf();
            resource(chain.signer().orElse(null), role, String.valueOf(node));
        }

        void balance(FlowAddress at) {
            OnChainAccount account = chain.accounts().get(at);
            item(
                    What.BALANCE,
                    account != null,
                    List.of(
                            told(
                                    at.toString(),
                                    account == null ? "0" : account.balance().toPlainString(),
                                    "Account.balance")));
        }

        void address() {
            NodeStanding node = standing();
            String now = node == null ? "none" : node.networkingAddress();
            item(
                    What.NETWORKING_ADDRESS,
                    now.equals(values.text(Field.NETWORKING_ADDRESS)),
                    List.of(told("networking address", now, "FlowIDTableStaking.NodeInfo")));
        }

        void rotated() {
            List<OnChainKey> keys = chain.signer().map(OnChainAccount::keys).orElse(List.of());
            boolean added =
                    keys.stream()
                            .anyMatch(
                                    key ->
                                            key.signsAlone()
                                                    && key.publicKey()
                                                            .equals(
                                                                    values.text(
                                                                            Field.MACHINE_KEY)));
            item(What.NEW_KEY, added, List.of(told("keys", keys.size(), "Account.keys")));
            int old = values.index(Field.OLD_KEY_INDEX);
            boolean revoked = keys.stream().anyMatch(key -> key.index() == old && key.revoked());
            item(
                    What.OLD_KEY_REVOKED,
                    revoked,
                    List.of(told("key " + old + " revoked", revoked, "Account.keys")));
        }

        void deed() {
            EpochPart part = chain.parts().get(values.text(Field.NODE_ID));
            boolean done =
                    part != null
                            && switch (record.kind()) {
                                case SUBMIT_VOTE -> part.voted();
                                case SUBMIT_RESULT, SUBMIT_NOTHING -> part.submitted();
                                default -> part.participates();
                            };
            item(
                    What.EPOCH_DEED,
                    done,
                    List.of(
                            told(
                                    "done",
                                    done,
                                    record.kind() == FlowKind.SUBMIT_VOTE
                                            ? "FlowClusterQC.getClusters"
                                            : "FlowDKG.nodeHasSubmitted")));
        }
    }
}
