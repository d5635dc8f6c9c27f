package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

/**
 * Flow's addresses: code words of a linear [64,45] code, shifted by a word of the chain. Constants
 * from flow-core-contracts, LinearCodeAddressGenerator.
 */
public final class AddressGenerator {

    /** What addresses of the emulator are shifted by. */
    private static final long TRANSIENT = 0x1cb159857af02018L;

    private static final long[] ROWS = {
        0xe467b9dd11fa00dfL, 0xf233dcee88fe0abeL, 0xf919ee77447b7497L, 0xfc8cf73ba23a260dL,
        0xfe467b9dd11ee2a1L, 0xff233dcee888d807L, 0xff919ee774476ce6L, 0x7fc8cf73ba231d10L,
        0x3fe467b9dd11b183L, 0x1ff233dcee8f96d6L, 0x8ff919ee774757baL, 0x47fc8cf73ba2b331L,
        0x23fe467b9dd27f6cL, 0x11ff233dceee8e82L, 0x88ff919ee775dd8fL, 0x447fc8cf73b905e4L,
        0xa23fe467b9de0d83L, 0xd11ff233dce8d5a7L, 0xe88ff919ee73c38aL, 0x7447fc8cf73f171fL,
        0xba23fe467b9dcb2bL, 0xdd11ff233dcb0cb4L, 0xee88ff919ee26c5dL, 0x77447fc8cf775dd3L,
        0x3ba23fe467b9b5a1L, 0x9dd11ff233d9117aL, 0xcee88ff919efa640L, 0xe77447fc8cf3e297L,
        0x73ba23fe467fabd2L, 0xb9dd11ff233fb16cL, 0xdcee88ff919adde7L, 0xee77447fc8ceb196L,
        0xf73ba23fe4621cd0L, 0x7b9dd11ff2379ac3L, 0x3dcee88ff91df46cL, 0x9ee77447fc88e702L,
        0xcf73ba23fe4131b6L, 0x67b9dd11ff240f9aL, 0x33dcee88ff90f9e0L, 0x19ee77447fcff4e3L,
        0x8cf73ba23fe64091L, 0x467b9dd11ff115c7L, 0x233dcee88ffdb735L, 0x919ee77447fe2309L,
        0xc8cf73ba23fdc736L
    };

    private AddressGenerator() {}

    /** The address of an index, from 1, on the emulator and on a rehearsal. */
    public static FlowAddress address(long index) {
        long word = TRANSIENT;
        for (int bit = 0; bit < ROWS.length; bit++) {
            if ((index >>> bit & 1) == 1) {
                word ^= ROWS[bit];
            }
        }
        return new FlowAddress(word);
    }
}
