/**
 * The Clusters page: how the vote of every collector cluster stands, and who has not voted yet.
 *
 * <p>View models here know no controls; views know no reader and no network.
 */
@NullMarked
package io.epochdesk.quorum.view;

import org.jspecify.annotations.NullMarked;
