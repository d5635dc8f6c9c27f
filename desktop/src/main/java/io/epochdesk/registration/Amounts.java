package io.epochdesk.registration;

import java.math.BigDecimal;

/** Amounts of FLOW as texts. */
public final class Amounts {

    private Amounts() {}

    /** Without zeros at the end that say nothing. */
    public static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
