package io.epochdesk.parallel;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks classes whose tests run while others do, on the second core. They wait most of the time or
 * only compute, have an emulator of their own if they need one, and touch neither the toolkit nor
 * anything else that other tests look at; those that look at the whole virtual machine are marked
 * {@link WithoutOthers} and may run between two tests of such a class, which therefore keeps
 * nothing of the console's open from one to the next. Who counts threads counts {@link OwnThreads}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(
        value = WithoutOthers.THE_MACHINE,
        mode = ResourceAccessMode.READ,
        target = ResourceLockTarget.CHILDREN)
public @interface BesideOthers {}
