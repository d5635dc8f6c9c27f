package io.epochdesk.emulator;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.concurrent.atomic.AtomicBoolean;

/** Runs emulator tests where there is an emulator; see {@link RequiresEmulator}. */
final class EmulatorCondition implements ExecutionCondition {

    private static final String REQUIRED = "EPOCHDESK_EMULATOR_REQUIRED";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult decision =
                decide(
                        EmulatorProcess.program().isPresent(),
                        Boolean.parseBoolean(System.getenv(REQUIRED)));
        if (decision.isDisabled() && SAID.compareAndSet(false, true)) {
            System.err.println(EmulatorProgram.ABSENT);
        }
        return decision;
    }

    static ConditionEvaluationResult decide(boolean present, boolean required) {
        if (present) {
            return ConditionEvaluationResult.enabled("the emulator is there");
        }
        if (required) {
            throw new ExtensionConfigurationException(
                    REQUIRED
                            + " is set, but there is no emulator: run .ci/emulator, or name one in"
                            + " EPOCHDESK_EMULATOR");
        }
        return ConditionEvaluationResult.disabled(EmulatorProgram.ABSENT);
    }
}
