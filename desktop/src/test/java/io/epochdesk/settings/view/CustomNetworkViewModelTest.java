package io.epochdesk.settings.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.SettingsFault;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.RequestBudget;

import org.junit.jupiter.api.Test;

/** A network typed in at the first start. */
final class CustomNetworkViewModelTest {

    private final CustomNetworkViewModel model = new CustomNetworkViewModel("My network");

    @Test
    void anAddressWithoutPortIsNoNetwork() {
        model.address().set("access.example.org");
        assertThat(model.problem())
                .map(SettingsFault::facts)
                .hasValueSatisfying(facts -> assertThat(facts).containsEntry("reason", "NO_PORT"));
    }

    @Test
    void itTakesOverChainAndContractsOfTheNetworkItBelongsTo() {
        model.address().set(" 127.0.0.1:4001 ");
        model.like().set(NetworkProfiles.testnet());
        assertThat(model.problem()).isEmpty();
        NetworkProfile profile = model.profile();
        assertThat(profile.name()).isEqualTo("My network");
        assertThat(profile.chain()).isEqualTo(ChainId.TESTNET);
        assertThat(profile.contracts()).isEqualTo(NetworkProfiles.testnet().contracts());
        assertThat(profile.nodes()).extracting("port").containsExactly(4001);
        assertThat(profile.budget()).isEqualTo(RequestBudget.UNLIMITED);
        assertThat(NetworkProfiles.builtIn()).noneMatch(each -> each.id().equals(profile.id()));
    }
}
