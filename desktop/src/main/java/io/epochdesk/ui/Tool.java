package io.epochdesk.ui;

import javafx.scene.input.KeyCombination;

import org.kordamp.ikonli.Ikon;

/**
 * Something the window offers on every page, at the foot of the navigation and by a key.
 *
 * @param id names the button: {@code tool-<id>}
 * @param title what it is called, for screen readers
 * @param tooltip what it does, with its key
 * @param keys its key
 * @param act what it does
 */
public record Tool(
        String id, String title, String tooltip, Ikon icon, KeyCombination keys, Runnable act) {}
