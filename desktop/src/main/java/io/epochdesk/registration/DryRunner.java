package io.epochdesk.registration;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.DryRunScript;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ScriptAnswer;
import io.epochdesk.network.ScriptRunner;

import java.util.ArrayList;
import java.util.List;

/** Runs the body of a transaction as a script in the name of its signer. */
final class DryRunner {

    private final ScriptRunner scripts;

    DryRunner(ScriptRunner scripts) {
        this.scripts = scripts;
    }

    /**
     * What comes of it.
     *
     * @throws FaultException when the chain could not be asked
     */
    DryRunOutcome run(TransactionPlan plan, FlowAddress signer) {
        if (plan.template().dryRun() == Template.DryRun.NONE) {
            return new DryRunOutcome(DryRunOutcome.Kind.CANNOT_BE_SIMULATED, null);
        }
        List<CadenceValue> arguments = new ArrayList<>();
        arguments.add(CadenceValues.address(signer));
        arguments.addAll(plan.values());
        try {
            ScriptAnswer _ = scripts.run(plan.template().dryRunScript(), arguments);
            return new DryRunOutcome(DryRunOutcome.Kind.PASSED, null);
        } catch (FaultException e) {
            if (!(e.fault() instanceof ChainFault fault)
                    || fault.kind() != ChainFault.Kind.SCRIPT_FAILED) {
                throw e;
            }
            return of(plan.template(), fault);
        }
    }

    private static DryRunOutcome of(Template template, ChainFault fault) {
        String line = fault.facts().getOrDefault("reason", "");
        boolean atTheAccount =
                template.dryRun() == Template.DryRun.UP_TO_THE_ACCOUNT
                        && line.contains("[Error Code: " + DryRunScript.NOT_IN_SCRIPTS + "]")
                        && line.contains("CreateAccount");
        return atTheAccount
                ? new DryRunOutcome(DryRunOutcome.Kind.PASSED_UP_TO_THE_ACCOUNT, null)
                : new DryRunOutcome(
                        DryRunOutcome.Kind.REFUSED,
                        new Refusal(
                                Refusal.of(line + "\n" + fault.detail()).reason(),
                                line,
                                fault.detail()));
    }
}
