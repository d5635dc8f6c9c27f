package io.epochdesk.doctor;

import io.epochdesk.accounts.FeeSchedule;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.KeyCustody.AtHand;
import io.epochdesk.doctor.KeyCustody.Elsewhere;
import io.epochdesk.doctor.KeyCustody.Keyring;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.staking.StakingCollection;
import io.epochdesk.staking.Standings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is known of one node, and what was found so far. */
final class Chart {

    final NodeUnderCare node;
    final Answers answers;
    private final List<Finding> findings = new ArrayList<>();
    private final KeyCustody custody;

    Chart(NodeUnderCare node, Answers answers) {
        this.node = node;
        this.answers = answers;
        custody = node.custody() instanceof Keyring ring ? onRing(ring) : node.custody();
    }

    /** Of several keys in the vault, one that the account has is the node's. */
    private KeyCustody onRing(Keyring ring) {
        List<AtHand> held = address().map(ring.keys()).orElse(List.of());
        return held.stream()
                .filter(this::isOnAccount)
                .findFirst()
                .or(() -> held.stream().findFirst())
                .<KeyCustody>map(hand -> hand)
                .orElse(new KeyCustody.Unseen());
    }

    private boolean isOnAccount(AtHand hand) {
        return account()
                .flatMap(account -> account.key(hand.keyIndex()))
                .filter(key -> key.signsAlone())
                .filter(key -> key.publicKey().equals(hand.signer().publicKey().hex()))
                .isPresent();
    }

    /** Where the key is, looked up in the vault where that is open. */
    KeyCustody custody() {
        return custody;
    }

    /** Its role by the table, else by its own file; empty when neither says. */
    Optional<NodeRole> role() {
        return standing()
                .map(NodeStanding::role)
                .or(
                        () ->
                                Optional.ofNullable(node.info())
                                        .map(PublicNodeInfo::role)
                                        .flatMap(NodeRole::named));
    }

    Optional<NodeStanding> standing() {
        return answers.standings()
                .value()
                .map(Standings::nodes)
                .flatMap(nodes -> Optional.ofNullable(nodes.get(node.nodeId())));
    }

    /** The machine account by the record of its staking collection. */
    Optional<FlowAddress> recorded() {
        return collection()
                .flatMap(found -> Optional.ofNullable(found.machineAccounts().get(node.nodeId())));
    }

    Optional<StakingCollection> collection() {
        return Optional.ofNullable(node.stakingAccount())
                .flatMap(
                        owner ->
                                answers.collections()
                                        .value()
                                        .flatMap(all -> Optional.ofNullable(all.get(owner))));
    }

    /** The machine account the node uses, else the one on record. */
    Optional<FlowAddress> address() {
        return Optional.ofNullable(node.machineAccount()).or(this::recorded);
    }

    /** Whether the machine account's address is one of this network. */
    boolean isOfThisNetwork() {
        AddressSpace space = answers.space();
        return address().map(space::has).orElse(false);
    }

    Optional<OnChainAccount> account() {
        return address().flatMap(this::account);
    }

    /** An account that was asked for, such as the owner's. */
    Optional<OnChainAccount> account(FlowAddress at) {
        return answers.accounts().value().flatMap(all -> Optional.ofNullable(all.get(at)));
    }

    Optional<FeeSchedule> fees() {
        return answers.fees().value();
    }

    /**
     * The key index the node uses. Where nobody said, the first key that signs alone, since after a
     * change of keys it is another than the 0 that nodes are made with.
     */
    int keyIndex() {
        return switch (custody) {
            case AtHand hand -> hand.keyIndex();
            case Elsewhere _, Keyring _, KeyCustody.VaultLocked _, KeyCustody.Unseen _ ->
                    account().stream()
                            .flatMap(account -> account.keys().stream())
                            .filter(OnChainKey::signsAlone)
                            .mapToInt(OnChainKey::index)
                            .findFirst()
                            .orElse(0);
        };
    }

    /** The key on chain that the node uses. */
    Optional<OnChainKey> key() {
        return account().flatMap(account -> account.key(keyIndex()));
    }

    Optional<Long> sequence() {
        return address()
                .flatMap(at -> Optional.ofNullable(answers.sequences().get(at)))
                .map(Reading::value)
                .flatMap(numbers -> Optional.ofNullable(numbers.get(keyIndex())));
    }

    /** Whether a finding of this check was made. */
    boolean has(Check check) {
        return findings.stream().anyMatch(finding -> finding.check() == check);
    }

    /** Evidence read from the account. */
    Evidence onAccount(Evidence.What what, String value) {
        return new Evidence(
                what,
                value,
                address().map(FlowAddress::toString).orElse(""),
                provenance(answers.accounts()));
    }

    /** Evidence read from a contract. */
    Evidence inTable(Evidence.What what, String value) {
        return new Evidence(what, value, "FlowIDTableStaking", provenance(answers.standings()));
    }

    static @Nullable Provenance provenance(Asked<?> asked) {
        Reading<?> reading = asked.reading();
        return reading == null ? null : reading.provenance();
    }

    /** What comes of it when the node cannot do its part. */
    Consequence cannot() {
        return consequence(
                role().map(
                                role ->
                                        switch (role) {
                                            case COLLECTION -> Consequence.Kind.CANNOT_VOTE;
                                            case CONSENSUS -> Consequence.Kind.CANNOT_JOIN_DKG;
                                            case EXECUTION, VERIFICATION, ACCESS ->
                                                    Consequence.Kind.NONE;
                                        })
                        .orElse(Consequence.Kind.NOT_KNOWN));
    }

    /** What comes of it when the node may not be able to do its part. */
    Consequence mayNot() {
        return consequence(
                role().map(
                                role ->
                                        switch (role) {
                                            case COLLECTION -> Consequence.Kind.MAY_NOT_VOTE;
                                            case CONSENSUS -> Consequence.Kind.MAY_NOT_JOIN_DKG;
                                            case EXECUTION, VERIFICATION, ACCESS ->
                                                    Consequence.Kind.NONE;
                                        })
                        .orElse(Consequence.Kind.NOT_KNOWN));
    }

    Consequence consequence(Consequence.Kind kind) {
        boolean waitedFor =
                standing()
                        .map(standing -> standing.wantedInSetup() && !standing.doneInSetup())
                        .orElse(false);
        return new Consequence(kind, answers.schedule().moment(waitedFor));
    }

    /** What comes of it when the node is not part of the epoch that is drawn next. */
    Consequence dropsOut() {
        return new Consequence(Consequence.Kind.DROPS_OUT, answers.schedule().moment(false));
    }

    void find(
            Check check,
            Severity severity,
            Consequence consequence,
            Map<String, String> facts,
            List<Evidence> evidence,
            Remedy... remedies) {
        findings.add(new Finding(check, severity, facts, evidence, consequence, List.of(remedies)));
    }

    /** Something that is only worth knowing. */
    void note(Check check, Map<String, String> facts, List<Evidence> evidence) {
        find(check, Severity.NOTE, consequence(Consequence.Kind.NONE), facts, evidence);
    }

    /** All findings, the gravest first, otherwise in the order of the checks. */
    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::check))
                .toList();
    }
}
