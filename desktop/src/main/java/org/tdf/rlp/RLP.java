package org.tdf.rlp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field as part of an RLP list; flow-jvm-sdk declares its fields in the order of their
 * numbers.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
public @interface RLP {
    /** Position in the list. */
    int value() default Integer.MAX_VALUE;
}
