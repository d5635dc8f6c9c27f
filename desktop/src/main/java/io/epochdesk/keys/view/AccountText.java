package io.epochdesk.keys.view;

import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.VaultFault;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** An account's address and the index of one of its keys, as people type them. */
final class AccountText {

    private AccountText() {}

    /** 16 lower-case hex digits; empty when it is no address, with or without {@code 0x}. */
    static Optional<String> address(String typed) {
        String digits = typed.strip().replaceFirst("^0[xX]", "");
        return digits.matches("[0-9a-fA-F]{16}")
                ? Optional.of(digits.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Zero or more; empty when it is none. */
    static OptionalInt index(String typed) {
        String digits = typed.strip();
        return digits.matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }

    /** Whether a network could give out this address; an empty one is none and does no harm. */
    static boolean isOf(String network, String address) {
        return address.isEmpty() || AddressSpace.of(network).has(FlowAddress.of(address));
    }

    /**
     * Makes sure that a key is not bound to one network and assigned to an account of another.
     *
     * @throws io.epochdesk.fault.FaultException when it would be
     */
    static void requireOf(String network, String address) {
        if (!isOf(network, address)) {
            throw VaultFault.of(
                    VaultFault.Kind.ADDRESS_ELSEWHERE,
                    "",
                    "address",
                    "0x" + address,
                    "network",
                    network);
        }
    }
}
