package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.CompositeKind;

/**
 * A struct that a script declares. A chain puts the script's hash into its type ID, which no reader
 * of the answer knows; here it is all zeros.
 */
final class ScriptStruct {

    private static final String PREFIX = "s." + "0".repeat(64) + ".";

    private ScriptStruct() {}

    static CadenceValue of(String name, Field... fields) {
        return CadenceValues.composite(CompositeKind.STRUCT, PREFIX + name, fields);
    }
}
