package io.epochdesk.cadence;

import io.epochdesk.fault.CadenceFault;
import io.epochdesk.fault.CadenceFault.Kind;
import io.epochdesk.fault.FaultException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decodes Cadence values as access nodes send them, in either form, which the first byte tells:
 * JSON-Cadence, the whole format, straight from its bytes to values, without a tree of JSON in
 * between (the text is scanned once for where its tokens lie, then each value is read after its
 * type, whichever of the two the chain sent first); and the Cadence Compact Format, CCF. Both make
 * the same values.
 *
 * <p>What comes is foreign: whatever it is, the outcome is a value or a {@link FaultException} with
 * a {@link CadenceFault}, within the {@link Limits}. Keep one decoder and use it from any number of
 * threads: it remembers names and types, and keeps the memory of one scan (up to 1 MiB) for the
 * next.
 */
public final class CadenceDecoder {

    private static final long MOST_KEPT = 1 << 20;

    private final Limits limits;
    private final Names names = new Names();
    private final AtomicReference<@Nullable Desk> idle = new AtomicReference<>();
    private final CcfDecoder ccf;

    /** A decoder with the {@linkplain Limits#DEFAULT usual limits}. */
    public CadenceDecoder() {
        this(Limits.DEFAULT);
    }

    /** A decoder with limits of its own. */
    public CadenceDecoder(Limits limits) {
        this.limits = limits;
        this.ccf = new CcfDecoder(limits);
    }

    /**
     * The value of a JSON-Cadence text in UTF-8, or of a CCF message; the array is not kept.
     *
     * @throws FaultException with a {@link CadenceFault} when it is neither, or beyond the limits
     */
    public CadenceValue decode(byte[] payload) {
        if (payload.length > limits.bytes()) {
            throw tooLong();
        }
        return CcfDecoder.isCcf(payload) ? ccf.decode(payload) : json(payload);
    }

    private CadenceValue json(byte[] json) {
        Desk held = idle.getAndSet(null);
        Desk desk = held == null ? new Desk(limits, names) : held;
        try {
            desk.scanner.scan(json);
            return desk.reader.value(0);
        } finally {
            desk.scanner.release();
            if (desk.index.held() <= MOST_KEPT) {
                idle.set(desk);
            }
        }
    }

    /**
     * The value of a JSON-Cadence text in UTF-8 that is read to its end, but not beyond the limit
     * of bytes. Since the type may follow the value, the text is in memory as a whole before the
     * first value is made.
     *
     * @throws FaultException likewise
     * @throws IOException when the stream fails
     */
    public CadenceValue decode(InputStream json) throws IOException {
        byte[] text = json.readNBytes(limits.bytes());
        if (text.length == limits.bytes() && json.read() >= 0) {
            throw tooLong();
        }
        return decode(text);
    }

    /**
     * What was sent, for people to read: the text of JSON-Cadence, the bytes of a CCF message in
     * hex.
     */
    public static String legible(byte[] payload) {
        return CcfDecoder.isCcf(payload)
                ? HexFormat.of().formatHex(payload)
                : new String(payload, StandardCharsets.UTF_8);
    }

    private FaultException tooLong() {
        String reason = "the text is longer than " + limits.bytes() + " bytes";
        return CadenceFault.of(
                Kind.MALFORMED,
                reason,
                "position",
                Integer.toString(limits.bytes()),
                "reason",
                reason);
    }

    /** What one decoding works with. */
    private static final class Desk {
        final JsonIndex index = new JsonIndex();
        final JsonScanner scanner;
        final ValueReader reader;

        Desk(Limits limits, Names names) {
            scanner = new JsonScanner(index, limits);
            reader = new ValueReader(index, names, limits);
        }
    }
}
