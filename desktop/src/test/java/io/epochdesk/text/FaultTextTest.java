package io.epochdesk.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class FaultTextTest {

    private final Words words = new Words(Locale.ENGLISH);

    @Test
    void fillsSentenceAndAdviceWithTheFacts() {
        FaultText text =
                FaultText.of(
                        words,
                        new ChainFault(
                                ChainFault.Kind.WRONG_CHAIN,
                                Map.of(
                                        "node",
                                        "A",
                                        "found",
                                        "flow-testnet",
                                        "expected",
                                        "flow-mainnet"),
                                ""));
        assertThat(text.sentence()).isEqualTo("A serves the chain flow-testnet, not flow-mainnet.");
        assertThat(text.advice()).isNotBlank();
    }

    @Test
    void everyFaultCodeHasSentenceAndAdviceAndIsUsedOnce() throws ReflectiveOperationException {
        List<String> codes = codes();
        assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(30);
        assertThat(codes)
                .filteredOn(
                        code ->
                                !words.has("fault." + code + ".sentence")
                                        || !words.has("fault." + code + ".advice"))
                .as("codes that lack %1$s.sentence or %1$s.advice in fault.properties", "<code>")
                .isEmpty();
    }

    /** Every code of every family: each has an enum {@code Kind} with {@code code()}. */
    private static List<String> codes() throws ReflectiveOperationException {
        List<String> codes = new ArrayList<>();
        for (Class<?> family : Fault.class.getPermittedSubclasses()) {
            Class<?> kind = Class.forName(family.getName() + "$Kind");
            for (Object constant : kind.getEnumConstants()) {
                codes.add((String) kind.getMethod("code").invoke(constant));
            }
        }
        return codes;
    }
}
