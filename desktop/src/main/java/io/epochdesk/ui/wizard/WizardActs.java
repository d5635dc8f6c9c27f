package io.epochdesk.ui.wizard;

/**
 * The buttons below a page.
 *
 * @param forward what the main button says, named for what it does; empty for none
 * @param ready whether it can be pressed
 * @param canGoBack whether there is a way back
 */
public record WizardActs(String forward, boolean ready, boolean canGoBack) {}
