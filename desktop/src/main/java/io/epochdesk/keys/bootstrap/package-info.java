/**
 * The files that Flow's bootstrap tool and the node write and read: found, checked, read, written.
 *
 * <p>Reading is liberal where Go's JSON decoder is (case of names, unknown fields), writing is
 * exact to the byte. Files with secrets that are none of the console's business are never opened.
 * What is secret here goes from file to key without ever being a {@code String}.
 *
 * <p>Source: flow-go {@code model/bootstrap} and {@code cmd/bootstrap}.
 */
@NullMarked
package io.epochdesk.keys.bootstrap;

import org.jspecify.annotations.NullMarked;
