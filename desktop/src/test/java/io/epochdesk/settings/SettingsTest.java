package io.epochdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;

import org.junit.jupiter.api.Test;

import java.util.List;

class SettingsTest {

    private static final NetworkProfile MINE =
            NetworkProfiles.custom(
                    "mine",
                    "My Net",
                    NetworkProfiles.emulator(),
                    NetworkProfiles.emulator().nodes());

    @Test
    void findsANetworkByIdOrNameWhateverTheCase() {
        Settings settings = Settings.defaults().withNetwork(MINE);
        assertThat(settings.network("MINE")).isEqualTo(MINE);
        assertThat(settings.network("my net")).isEqualTo(MINE);
    }

    @Test
    void namesTheKnownNetworksWhenOneIsUnknown() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> Settings.defaults().network("moonnet"))
                .satisfies(
                        e ->
                                assertThat(e.fault().facts())
                                        .containsEntry("known", "mainnet, testnet, emulator")
                                        .containsEntry("name", "moonnet"));
    }

    @Test
    void aRemovedBuiltInNetworkGoesBackToWhatItWas() {
        Settings changed =
                Settings.defaults().withNetwork(NetworkProfiles.mainnet().withNodes(MINE.nodes()));
        assertThat(changed.withoutNetwork("mainnet")).isEqualTo(Settings.defaults());
    }

    @Test
    void aRemovedNetworkOfTheOperatorsIsGoneAndTheFirstOneIsOpened() {
        Settings settings = Settings.defaults().withNetwork(MINE).withChosenNetwork("mine");
        assertThat(settings.chosen()).isEqualTo(MINE);
        assertThat(settings.withoutNetwork("mine").chosen().id()).isEqualTo("mainnet");
    }

    @Test
    void changingANetworkKeepsItsPlace() {
        NetworkProfile changed = NetworkProfiles.testnet().withNodes(MINE.nodes());
        assertThat(Settings.defaults().withNetwork(changed).networks())
                .isEqualTo(List.of(NetworkProfiles.mainnet(), changed, NetworkProfiles.emulator()));
    }

    @Test
    void whatWasUsedLatelyIsKeptNewestFirstOnceAndNotForEver() {
        Settings settings = Settings.defaults();
        for (int i = 0; i < 20; i++) {
            settings = settings.withUsed("page:" + i);
        }
        settings = settings.withUsed("page:15");
        assertThat(settings.recent()).startsWith("page:15", "page:19", "page:18").hasSize(12);
        assertThat(settings.recent()).doesNotHaveDuplicates();
    }
}
