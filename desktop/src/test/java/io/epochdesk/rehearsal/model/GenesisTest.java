package io.epochdesk.rehearsal.model;

import static io.epochdesk.rehearsal.model.SampleWorlds.some;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;

import org.junit.jupiter.api.Test;

class GenesisTest {

    @Test
    void addressesAreThoseOfTheEmulator() {
        assertThat(AddressGenerator.address(1)).isEqualTo(FlowAddress.of("f8d6e0586b0a20c7"));
        assertThat(AddressGenerator.address(2)).isEqualTo(FlowAddress.of("ee82856bf20e2aa6"));
        assertThat(AddressGenerator.address(3)).isEqualTo(FlowAddress.of("0ae53cb6e3f42a79"));
        assertThat(AddressGenerator.address(4)).isEqualTo(FlowAddress.of("e5a8b7f23e8b548f"));
        assertThat(AddressGenerator.address(6)).isEqualTo(FlowAddress.of("179b6b1cb6755e31"));
    }

    @Test
    void nodesAreStakedAndCollected() {
        World world = SampleWorlds.genesis(3, 2, 1, 1, 1).world();
        assertThat(world.staking().participants().size()).isEqualTo(8);
        assertThat(world.staking().total()).isEqualTo(UFix64.of(3_135_000));
        Account operator = some(world.account(Genesis.operatorAddress(0)));
        Stored.StakingCollection collection =
                some(operator.stored(StoragePaths.COLLECTION, Stored.StakingCollection.class));
        assertThat(collection.nodes().size()).isEqualTo(8);
        assertThat(collection.machineAccounts().size()).isEqualTo(5);
        FlowAddress machine = some(collection.machineAccounts().get(SampleWorlds.id(2, 1)));
        assertThat(some(world.account(machine)).stored(StoragePaths.PARTICIPANT, Stored.class))
                .isEqualTo(new Stored.Participant(SampleWorlds.id(2, 1)));
    }
}
