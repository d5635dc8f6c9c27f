package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.network.ChainId;

import java.math.BigDecimal;
import java.util.List;

/**
 * Everything about a transaction before it is signed.
 *
 * @param network the network's name
 * @param chain its chain ID
 * @param signer the account that proposes, pays and authorizes
 * @param keys indices of its keys that sign, the proposer's first
 * @param template which transaction
 * @param text what is signed, and whether it is the audited text
 * @param arguments in the order of the text
 * @param spent FLOW that the transaction itself takes from the signer at most
 * @param fee the highest fee
 * @param dryRun what a dry run showed
 */
public record Review(
        String network,
        ChainId chain,
        FlowAddress signer,
        List<Integer> keys,
        Template template,
        TemplateTexts.Text text,
        List<Argument> arguments,
        BigDecimal spent,
        BigDecimal fee,
        DryRunOutcome dryRun) {

    public Review {
        keys = List.copyOf(keys);
        arguments = List.copyOf(arguments);
    }

    /** What leaves the signer's account at most. */
    public BigDecimal most() {
        return spent.add(fee);
    }
}
