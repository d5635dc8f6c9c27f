package io.epochdesk.cadence;

import java.util.Arrays;
import java.util.Optional;

/**
 * The networks that addresses belong to. An address is a word of a [64,45] code, shifted by a word
 * of its network, so that no two networks have an address in common and a mistyped one is none.
 *
 * <p>Source: flow-go {@code model/flow/address.go} and {@code chain.go}; the columns of the parity
 * check are facts of that code.
 */
public enum AddressSpace {
    MAINNET(0),
    TESTNET(0x6834ba37b3980209L),
    SANDBOXNET(0x1035ce4eff92ae01L),
    PREVIEWNET(0x5211829e88528817L),
    /** Emulators, local networks and rehearsals. */
    TRANSIENT(0x1cb159857af02018L);

    private static final int[] COLUMNS = {
        0x00001, 0x00002, 0x00004, 0x00008, 0x00010, 0x00020, 0x00040, 0x00080,
        0x00100, 0x00200, 0x00400, 0x00800, 0x01000, 0x02000, 0x04000, 0x08000,
        0x10000, 0x20000, 0x40000, 0x7328d, 0x6689a, 0x6112f, 0x6084b, 0x433fd,
        0x42aab, 0x41951, 0x233ce, 0x22a81, 0x21948, 0x1ef60, 0x1deca, 0x1c639,
        0x1bdd8, 0x1a535, 0x194ac, 0x18c46, 0x1632b, 0x1529b, 0x14a43, 0x13184,
        0x12942, 0x118c1, 0x0f812, 0x0e027, 0x0d00e, 0x0c83c, 0x0b01d, 0x0a831,
        0x0982b, 0x07034, 0x0682a, 0x05819, 0x03807, 0x007d2, 0x00727, 0x0068e,
        0x0067c, 0x0059d, 0x004eb, 0x003b4, 0x0036a, 0x002d9, 0x001c7, 0x0003f
    };

    private final long shift;

    AddressSpace(long shift) {
        this.shift = shift;
    }

    /** The addresses of a chain, by its ID such as {@code flow-mainnet}. */
    public static AddressSpace of(String chainId) {
        return switch (chainId) {
            case "flow-mainnet" -> MAINNET;
            case "flow-testnet" -> TESTNET;
            case "flow-sandboxnet" -> SANDBOXNET;
            case "flow-previewnet" -> PREVIEWNET;
            default -> TRANSIENT;
        };
    }

    /** The network an address belongs to; empty when it is an address of none. */
    public static Optional<AddressSpace> of(FlowAddress address) {
        return Arrays.stream(values()).filter(space -> space.has(address)).findFirst();
    }

    /** Whether this network could give out this address. */
    public boolean has(FlowAddress address) {
        long word = address.value() ^ shift;
        int parity = 0;
        for (int bit = 0; bit < COLUMNS.length; bit++) {
            if (((word >>> bit) & 1) == 1) {
                parity ^= COLUMNS[bit];
            }
        }
        return word != 0 && parity == 0;
    }
}
