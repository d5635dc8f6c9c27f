/** What every room that writes files agrees on: who can reach them. */
@NullMarked
package io.epochdesk.files;

import org.jspecify.annotations.NullMarked;
