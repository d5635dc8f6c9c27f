package io.epochdesk.settings.view;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.SettingsFault;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Optional;

/** A network of the operator's own, as it is typed in at the first start. */
public final class CustomNetworkViewModel {

    private final String name;
    private final StringProperty address = new SimpleStringProperty("");
    private final ObjectProperty<NetworkProfile> like =
            new SimpleObjectProperty<>(NetworkProfiles.mainnet());

    /**
     * Nothing typed yet.
     *
     * @param name what the network will be called
     */
    public CustomNetworkViewModel(String name) {
        this.name = name;
    }

    /** {@code host:port} of its access node. */
    public StringProperty address() {
        return address;
    }

    /** The built-in network whose chain and contracts it has. */
    public ObjectProperty<NetworkProfile> like() {
        return like;
    }

    /** The networks it can be like. */
    public static List<NetworkProfile> likes() {
        return NetworkProfiles.builtIn();
    }

    /** What is wrong with the address; empty when the network can be opened. */
    public Optional<SettingsFault> problem() {
        try {
            NetworkProfiles.accessNode(address.get());
            return Optional.empty();
        } catch (FaultException e) {
            return Optional.of((SettingsFault) e.fault());
        }
    }

    /** The network; only while there is no problem. */
    public NetworkProfile profile() {
        NetworkProfile base = like.get();
        return NetworkProfiles.custom(
                base.id() + "-1", name, base, List.of(NetworkProfiles.accessNode(address.get())));
    }
}
