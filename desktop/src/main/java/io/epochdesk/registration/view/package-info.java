/**
 * The pages of guided flows, and the Activity page: what was done, and what can be taken up again.
 *
 * <p>View models run flows in the background and know no control; panes show one step each. No
 * private key comes here: the vault signs, after its password was asked for again.
 */
@NullMarked
package io.epochdesk.registration.view;

import org.jspecify.annotations.NullMarked;
