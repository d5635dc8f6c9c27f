package io.epochdesk.emulator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks tests that need the real emulator. Where the program is absent they are skipped, with one
 * line saying how to get it; with {@code EPOCHDESK_EMULATOR_REQUIRED=true} in the environment they
 * fail instead.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("emulator")
@ExtendWith(EmulatorCondition.class)
public @interface RequiresEmulator {}
