package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.ufix64;
import static io.epochdesk.cadence.CadenceValues.uint8;
import static io.epochdesk.rehearsal.model.SampleWorlds.some;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Shape;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What the console's transactions emit and change, as seen on a real emulator. */
class TransactionEventsTest {

    private static final List<String> CREATION =
            List.of(
                    "FlowToken.TokensWithdrawn",
                    "FungibleToken.Withdrawn",
                    "FlowToken.TokensWithdrawn",
                    "FungibleToken.Withdrawn",
                    "FlowToken.TokensDeposited",
                    "FungibleToken.Deposited",
                    "FlowFees.TokensDeposited",
                    "StorageCapabilityControllerIssued",
                    "CapabilityPublished",
                    "StorageCapabilityControllerIssued",
                    "CapabilityPublished",
                    "FlowToken.TokensDeposited",
                    "FungibleToken.Deposited",
                    "AccountCreated");

    private final ContractPlayer player = new ContractPlayer();
    private final FixtureNodes.Node collector = FixtureNodes.of(1).getFirst();
    private final FixtureNodes.Node member = FixtureNodes.of(2).getFirst();

    @Test
    void aRegistrationMakesAMachineAccountThatIsNearlyEmpty() throws Aborted {
        FlowAddress operator = player.operator("5000000.0");
        List<String> expected = new ArrayList<>();
        expected.addAll(
                List.of(
                        "FlowToken.TokensWithdrawn",
                        "FungibleToken.Withdrawn",
                        "FlowIDTableStaking.NewNodeCreated",
                        "FlowIDTableStaking.TokensCommitted",
                        "FungibleToken.Deposited",
                        "FlowStakingCollection.NodeAddedToStakingCollection"));
        expected.addAll(CREATION);
        expected.addAll(
                List.of(
                        "StorageCapabilityControllerIssued",
                        "FlowStakingCollection.MachineAccountCreated",
                        "AccountKeyAdded"));
        assertThat(names(player.register(operator, collector))).isEqualTo(expected);

        Shape answer =
                Shape.of(player.ask("accounts/accounts", array(address(player.machine(collector)))))
                        .list()
                        .getFirst()
                        .optional()
                        .orElseThrow();
        assertThat(answer.field("balance").asUFix64()).isEqualByComparingTo("0.001");
        assertThat(answer.field("availableBalance").asUFix64()).isZero();
        assertThat(answer.field("storageUsed").asUInt64()).isEqualTo(1625);
        assertThat(answer.field("storageCapacity").asUInt64()).isEqualTo(100_000);
        assertThat(answer.field("voterOf").optional(Shape::asString)).hasValue(collector.id());
        assertThat(answer.field("participantOf").optional(Shape::asString)).isEmpty();
        Shape key = answer.field("keys").list().getFirst();
        assertThat(key.field("publicKey").asString()).isEqualTo(collector.machineKey());
        assertThat(key.field("weight").asUFix64()).isEqualByComparingTo("1000.0");
    }

    @Test
    void storageGrowsAsOnTheEmulator() throws Aborted {
        FlowAddress operator = player.account("5000000.0");
        assertThat(used(operator)).isEqualTo(1023);
        player.send(operator, "registration/setup_staking_collection");
        assertThat(used(operator)).isEqualTo(2616);
        player.register(operator, collector);
        assertThat(used(operator)).isEqualTo(3347);
        player.register(operator, member);
        assertThat(used(operator)).isEqualTo(3827);
        assertThat(used(player.machine(member))).isBetween(1370L, 1376L);
    }

    @Test
    void aCollectionIsSetUpOnce() throws Aborted {
        FlowAddress operator = player.account("1.0");
        assertThat(names(player.send(operator, "registration/setup_staking_collection")))
                .containsExactly(
                        "StorageCapabilityControllerIssued",
                        "StorageCapabilityControllerIssued",
                        "StorageCapabilityControllerIssued",
                        "CapabilityPublished");
        assertThat(player.send(operator, "registration/setup_staking_collection")).isEmpty();
        assertThat(some(player.world().account(operator)).capabilities()).isEqualTo(5);
    }

    @Test
    void flowMovesBetweenAccountsAndBack() throws Aborted {
        FlowAddress operator = player.operator("5000000.0");
        player.register(operator, collector);
        FlowAddress machine = player.machine(collector);
        assertThat(
                        names(
                                player.send(
                                        operator,
                                        "accounts/transfer_flow",
                                        ufix64("1.0"),
                                        address(machine))))
                .containsExactly(
                        "FlowToken.TokensWithdrawn",
                        "FungibleToken.Withdrawn",
                        "FlowToken.TokensDeposited",
                        "FungibleToken.Deposited");
        assertThat(some(player.world().account(machine)).balance()).isEqualTo(UFix64.of("1.001"));
        player.send(
                operator,
                "registration/withdraw_from_machine_account",
                string(collector.id()),
                ufix64("0.5"));
        assertThat(some(player.world().account(machine)).balance()).isEqualTo(UFix64.of("0.501"));
        assertThatThrownBy(
                        () ->
                                player.send(
                                        operator,
                                        "accounts/transfer_flow",
                                        ufix64("1.0"),
                                        address(FlowAddress.of("09"))))
                .hasMessageContaining("cannot receive FLOW");
    }

    @Test
    void keysAreAddedAndRevoked() throws Aborted {
        FlowAddress operator = player.account("1.0");
        assertThat(names(addKey(operator, 1, 3, "1000.7"))).containsExactly("AccountKeyAdded");
        AccountKey added = some(some(player.world().account(operator)).key(1));
        assertThat(added.weight()).isEqualTo(1000);
        assertThat(added.publicKey()).isEqualTo(collector.machineKey());
        assertThatThrownBy(() -> addKey(operator, 1, 2, "1.0"))
                .hasMessageContaining("invalid value (2): hashing algorithm type not supported");
        assertThatThrownBy(() -> addKey(operator, 2, 3, "1.0"))
                .hasMessageContaining("input is not a point on curve secp256k1");
        assertThat(names(player.send(operator, "accounts/revoke_key", integer(1))))
                .containsExactly("AccountKeyRemoved");
        assertThat(some(some(player.world().account(operator)).key(1)).revoked()).isTrue();
        assertThatThrownBy(() -> player.send(operator, "accounts/revoke_key", integer(9)))
                .hasMessageContaining("panic: The account has no key with the index 9");
        assertThatThrownBy(() -> player.send(operator, "accounts/revoke_key", integer(-1)))
                .hasMessageContaining("error: overflow");
    }

    @Test
    void thePayerOfAMachineAccountIsAskedForTheMostItMayCost() throws Aborted {
        World world = SampleWorlds.genesis(1, 1).fees(FeeParameters.mainnet()).world();
        assertThat(TransactionFees.of(world, 9_999)).isEqualTo(UFix64.of("0.40006"));
        assertThat(TransactionFees.of(world, 28)).isEqualTo(UFix64.of("0.00122"));
    }

    private List<CompositeValue> addKey(FlowAddress owner, int signing, int hashing, String weight)
            throws Aborted {
        return player.send(
                owner,
                "accounts/add_key",
                string(collector.machineKey()),
                uint8(signing),
                uint8(hashing),
                ufix64(weight));
    }

    private long used(FlowAddress address) {
        return some(player.world().account(address)).storageUsed();
    }

    private static List<String> names(List<CompositeValue> events) {
        return events.stream()
                .map(CompositeValue::typeId)
                .map(
                        id ->
                                id.startsWith("flow.")
                                        ? id.substring(5)
                                        : id.substring(id.indexOf('.', 2) + 1))
                .toList();
    }
}
