/**
 * The DKG page: what each consensus node has done, the whiteboard feed, the final submissions.
 *
 * <p>View models here know no controls; views know no reader and no network.
 */
@NullMarked
package io.epochdesk.dkg.view;

import org.jspecify.annotations.NullMarked;
