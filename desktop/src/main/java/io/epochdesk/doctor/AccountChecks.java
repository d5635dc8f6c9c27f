package io.epochdesk.doctor;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which account it is, and whether it holds what the node needs. */
final class AccountChecks {

    private AccountChecks() {}

    static void look(Chart chart) {
        if (chart.address().isEmpty()) {
            unknown(chart);
            return;
        }
        FlowAddress address = chart.address().get();
        if (!chart.isOfThisNetwork()) {
            chart.find(
                    Check.OTHER_NETWORK,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of(
                            "address",
                            address.toString(),
                            "network",
                            AddressSpace.of(address).map(Enum::name).orElse("NONE")),
                    List.of(
                            new Evidence(
                                    Evidence.What.ADDRESS,
                                    address.toString(),
                                    source(chart),
                                    null)),
                    correct(chart));
            return;
        }
        if (chart.answers.accounts().reading() == null) {
            return;
        }
        if (chart.account().isEmpty()) {
            chart.find(
                    Check.ACCOUNT_MISSING,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of("address", address.toString()),
                    List.of(chart.onAccount(Evidence.What.ACCOUNT, "")),
                    correct(chart));
            return;
        }
        OnChainAccount account = chart.account().get();
        chart.role().ifPresent(role -> resource(chart, role, account));
        lent(chart, account);
        stake(chart, account);
    }

    /**
     * The key of a machine account lies on a machine in the network; that of a stake should not. An
     * account gets there when the Voter is claimed without a staking collection, or when one key
     * was used twice.
     */
    private static void stake(Chart chart, OnChainAccount account) {
        Consequence consequence = chart.consequence(Consequence.Kind.STAKE_AT_RISK);
        if (account.holdsStake()) {
            chart.find(
                    Check.STAKE_IN_ACCOUNT,
                    Severity.RISK,
                    consequence,
                    Map.of(),
                    List.of(chart.onAccount(Evidence.What.STAKE_HELD, "true")),
                    new Remedy.MoveStake(chart.node.nodeId()));
        }
        FlowAddress owner = chart.node.stakingAccount();
        if (owner == null || owner.equals(account.address())) {
            return;
        }
        Optional<OnChainKey> same =
                chart.account(owner).stream()
                        .flatMap(each -> each.keys().stream())
                        .filter(key -> !key.revoked() && key.weight() > 0)
                        .filter(
                                key ->
                                        chart.key()
                                                .map(OnChainKey::publicKey)
                                                .filter(key.publicKey()::equals)
                                                .isPresent())
                        .findFirst();
        same.ifPresent(
                key ->
                        chart.find(
                                Check.OWNERS_KEY,
                                Severity.RISK,
                                consequence,
                                Map.of(
                                        "owner",
                                        owner.toString(),
                                        "index",
                                        String.valueOf(key.index())),
                                List.of(chart.onAccount(Evidence.What.PUBLIC_KEY, key.publicKey())),
                                new Remedy.RotateKey(account.address(), chart.keyIndex()),
                                new Remedy.RevokeKeys(owner, List.of(key.index()))));
    }

    /** Whoever holds such a capability needs no key; nodes never give one away. */
    private static void lent(Chart chart, OnChainAccount account) {
        Consequence consequence = chart.consequence(Consequence.Kind.OTHERS_CAN_ACT);
        if (account.accountCapabilities() > 0) {
            String count = String.valueOf(account.accountCapabilities());
            chart.find(
                    Check.ACCOUNT_LENT,
                    Severity.RISK,
                    consequence,
                    Map.of("count", count),
                    List.of(chart.onAccount(Evidence.What.CAPABILITIES, count)),
                    new Remedy.DeleteCapabilities(account.address()));
        }
        // one is the owner's, from when the account was made; a collection of its own takes another
        if (account.withdrawals() > (account.hasStakingCollection() ? 2 : 1)) {
            String count = String.valueOf(account.withdrawals());
            chart.find(
                    Check.VAULT_LENT,
                    Severity.RISK,
                    chart.mayNot(),
                    Map.of("count", count),
                    List.of(chart.onAccount(Evidence.What.CAPABILITIES, count)),
                    new Remedy.DeleteCapabilities(account.address()));
        }
    }

    private static void unknown(Chart chart) {
        boolean explained =
                chart.has(Check.NOT_REGISTERED)
                        || chart.has(Check.FILE_UNUSABLE)
                        || chart.has(Check.FILE_MISSING)
                        || chart.has(Check.NOT_READ);
        if (!explained) {
            chart.find(
                    Check.ACCOUNT_UNKNOWN,
                    Severity.UNKNOWN,
                    chart.consequence(Consequence.Kind.NOT_KNOWN),
                    Map.of(),
                    List.of(),
                    new Remedy.TellAccount(chart.node.nodeId()));
        }
    }

    /** Voter or Participant: flow-go's checker says that no script can see them; this one does. */
    private static void resource(Chart chart, NodeRole role, OnChainAccount account) {
        String resource =
                role == NodeRole.COLLECTION ? "FlowClusterQC.Voter" : "FlowDKG.Participant";
        @Nullable String holder =
                role == NodeRole.COLLECTION ? account.voterOf() : account.participantOf();
        if (holder == null) {
            // handed out once for ever: where it went, or nowhere
            boolean claimed = chart.standing().map(NodeStanding::claimed).orElse(true);
            chart.find(
                    Check.RESOURCE_MISSING,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of("resource", resource, "address", account.address().toString()),
                    List.of(
                            chart.onAccount(Evidence.What.RESOURCE, ""),
                            chart.inTable(Evidence.What.HANDED_OUT, String.valueOf(claimed))),
                    claimed
                            ? new Remedy.FindResource(chart.node.nodeId(), resource)
                            : new Remedy.CreateMachineAccount(chart.node.nodeId()));
        } else if (!holder.equals(chart.node.nodeId())) {
            chart.find(
                    Check.RESOURCE_OF_OTHER,
                    Severity.FAULT,
                    chart.cannot(),
                    Map.of("resource", resource, "other", holder),
                    List.of(chart.onAccount(Evidence.What.RESOURCE, holder)),
                    correct(chart));
        }
    }

    /** The address stands in the node's file, or was told to the console. */
    private static Remedy correct(Chart chart) {
        return chart.node.folder() == null
                ? new Remedy.TellAccount(chart.node.nodeId())
                : new Remedy.CorrectFile(
                        chart.node.folder(),
                        "Address",
                        chart.recorded()
                                .filter(record -> !record.equals(chart.node.machineAccount()))
                                .map(FlowAddress::hex)
                                .orElse(""));
    }

    private static String source(Chart chart) {
        return chart.node.folder() == null ? "" : chart.node.folder();
    }
}
