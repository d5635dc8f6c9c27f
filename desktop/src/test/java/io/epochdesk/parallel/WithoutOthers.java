package io.epochdesk.parallel;

import org.junit.jupiter.api.parallel.ResourceLock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks tests that look at the whole virtual machine, such as for threads and open files, or change
 * it: none of a class that is {@link BesideOthers} runs meanwhile.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(WithoutOthers.THE_MACHINE)
public @interface WithoutOthers {

    /** What is locked: this virtual machine. */
    String THE_MACHINE = "the virtual machine";
}
