package io.epochdesk.settings.view;

import io.epochdesk.settings.Settings;

import java.util.function.UnaryOperator;

/** Keeps the settings for the page: the present ones, and the way to change them. */
public interface SettingsKeeper {

    /** The settings in force. */
    Settings current();

    /**
     * Changes the settings, one change after the other: writes them to disk and puts them in force.
     * Not on the FX thread.
     *
     * @return the settings in force afterwards
     * @throws io.epochdesk.fault.FaultException when they cannot be written; the old ones are in
     *     force then
     */
    Settings change(UnaryOperator<Settings> how);
}
