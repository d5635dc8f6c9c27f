package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressSpaceTest {

    /** Addresses of contracts as onflow publishes them. */
    @ParameterizedTest
    @CsvSource({
        "8624b52f9ddcd04a, MAINNET",
        "8d0e87b65159ae63, MAINNET",
        "1654653399040a61, MAINNET",
        "e467b9dd11fa00df, MAINNET",
        "9eca2b38b18b5dfe, TESTNET",
        "95e019a17d0e23d7, TESTNET",
        "7e60df042a9c0868, TESTNET",
        "8c5303eaa26202d6, TESTNET",
        "f8d6e0586b0a20c7, TRANSIENT",
        "0ae53cb6e3f42a79, TRANSIENT",
        "ee82856bf20e2aa6, TRANSIENT",
        "179b6b1cb6755e31, TRANSIENT",
        "f4527793ee68aede, SANDBOXNET",
        "b6763b4399a888c8, PREVIEWNET"
    })
    void tellsWhoseAnAddressIs(String address, AddressSpace space) {
        assertThat(AddressSpace.of(FlowAddress.of(address))).contains(space);
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000",
        "0000000000000007",
        "8624b52f9ddcd04b",
        "8624b52f9ddcd0a4",
        "6834ba37b3980209",
        "1cb159857af02018"
    })
    void callsAMistypedOneNoAddress(String address) {
        assertThat(AddressSpace.of(FlowAddress.of(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "flow-mainnet, MAINNET",
        "flow-testnet, TESTNET",
        "flow-emulator, TRANSIENT",
        "flow-localnet, TRANSIENT"
    })
    void knowsTheAddressesOfAChain(String chain, AddressSpace space) {
        assertThat(AddressSpace.of(chain)).isEqualTo(space);
    }
}
