/** The Keys page: the vault locked and unlocked, and what may be known of the keys in it. */
@NullMarked
package io.epochdesk.keys.view;

import org.jspecify.annotations.NullMarked;
