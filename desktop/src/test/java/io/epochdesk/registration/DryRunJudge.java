package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.registration.RealChain.Account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sends what a contract refuses, after a dry run, which must have shown the contract's own error.
 */
final class DryRunJudge {

    /** What contracts and transactions say themselves; keys and storage are no script's affair. */
    private static final Pattern CONTRACT =
            Pattern.compile("(pre-condition failed|assertion failed|panic): .*");

    private final RealChain chain;
    private final Set<Template> foretold = EnumSet.noneOf(Template.class);

    DryRunJudge(RealChain chain) {
        this.chain = chain;
    }

    /** What the chain said to a transaction; where a dry run can tell, it told the same before. */
    String said(Account by, Template template, List<CadenceValue> arguments) {
        TransactionPlan plan =
                new TransactionPlan(
                        template,
                        arguments.stream().map(value -> new Argument("?", value)).toList());
        DryRunOutcome shown =
                new DryRunner(chain.desk().network().scripts()).run(plan, by.address());
        String said = chain.said(by, 0, template.program(), arguments);
        String line = said.isEmpty() ? "" : Refusal.of(said).line();
        if (template.dryRun() == Template.DryRun.NONE) {
            assertThat(shown.kind()).isEqualTo(DryRunOutcome.Kind.CANNOT_BE_SIMULATED);
        } else if (CONTRACT.matcher(line).matches()
                // a Voter that was claimed before shows after the account was made, no earlier
                && shown.kind() != DryRunOutcome.Kind.PASSED_UP_TO_THE_ACCOUNT) {
            Refusal refusal = shown.refusal();
            String told = refusal == null ? shown.kind().name() : refusal.line();
            // a very long one is told by its beginning
            assertThat(line).as(template.name()).startsWith(told.replaceFirst("…$", ""));
            foretold.add(template);
        }
        return said;
    }

    /** Transactions of which a dry run showed a refusal before the chain did. */
    Set<Template> foretold() {
        return foretold;
    }
}
