package io.epochdesk.ui.palette;

import org.kordamp.ikonli.Ikon;

/**
 * Something that can be found and done.
 *
 * @param id stable and unique; what was used lately is remembered by it
 * @param kind what it is
 * @param title what it is called; letters of it are found even with gaps, unless it is an ID
 * @param detail what stands beside it; may be empty
 * @param also more by which it is found, such as the whole of a shortened ID; may be empty
 * @param act does it
 */
public record Command(
        String id, Kind kind, String title, String detail, String also, Ikon icon, Runnable act) {

    /** What can be found; the kinds that are offered before anything is typed come first. */
    public enum Kind {
        PAGE,
        FLOW,
        NETWORK,
        HELP,
        CLUSTER,
        NODE,
        ADDRESS,
        TRANSACTION;

        /** Whether it is offered before anything is typed. */
        boolean isOffered() {
            return compareTo(NETWORK) < 0;
        }

        /** Whether it is named by hex digits, of which any few would fit with gaps. */
        boolean isNamedByDigits() {
            return compareTo(NODE) >= 0;
        }
    }
}
