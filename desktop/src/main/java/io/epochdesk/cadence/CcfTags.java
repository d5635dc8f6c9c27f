package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.NominalKind;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The numbers of the tags of CCF. Types that values are read by and types that are values
 * themselves have different tags for the same forms.
 *
 * <p>Source: the CCF specification 1.0.0, section "CCF Specified in CDDL Notation".
 */
final class CcfTags {

    static final int TYPEDEF = 128;
    static final int TYPEDEF_AND_VALUE = 129;
    static final int TYPE_AND_VALUE = 130;

    private static final int FIRST_INLINE = 136;
    private static final int FIRST_COMPOSITE = 160;
    private static final int FIRST_INTERFACE = 176;
    private static final int FIRST_VALUE = 184;
    private static final int VALUES_OFFSET = 48;

    private static final Form[] INLINE = {
        Form.REF,
        Form.SIMPLE,
        Form.OPTIONAL,
        Form.ARRAY,
        Form.SIZED_ARRAY,
        Form.DICTIONARY,
        Form.REFERENCE,
        Form.INTERSECTION,
        Form.CAPABILITY,
        Form.INCLUSIVE_RANGE,
        Form.ENTITLEMENT_SET,
        Form.ENTITLEMENT_MAP
    };
    private static final Form[] VALUES = {
        Form.REF,
        Form.SIMPLE,
        Form.OPTIONAL,
        Form.ARRAY,
        Form.SIZED_ARRAY,
        Form.DICTIONARY,
        Form.REFERENCE,
        Form.INTERSECTION,
        Form.CAPABILITY,
        Form.FUNCTION,
        Form.INCLUSIVE_RANGE,
        Form.ENTITLEMENT_SET,
        Form.ENTITLEMENT_MAP
    };
    private static final NominalKind[] COMPOSITES = {
        NominalKind.STRUCT,
        NominalKind.RESOURCE,
        NominalKind.EVENT,
        NominalKind.CONTRACT,
        NominalKind.ENUM,
        NominalKind.ATTACHMENT
    };
    private static final NominalKind[] INTERFACES = {
        NominalKind.STRUCT_INTERFACE, NominalKind.RESOURCE_INTERFACE, NominalKind.CONTRACT_INTERFACE
    };

    private CcfTags() {}

    /** What a tag of a type says about the form of its content. */
    enum Form {
        REF,
        SIMPLE,
        OPTIONAL,
        ARRAY,
        SIZED_ARRAY,
        DICTIONARY,
        REFERENCE,
        INTERSECTION,
        CAPABILITY,
        FUNCTION,
        INCLUSIVE_RANGE,
        ENTITLEMENT_SET,
        ENTITLEMENT_MAP
    }

    /**
     * The form of a type with this tag, or null for none.
     *
     * @param values whether the type is a value itself
     */
    static @Nullable Form form(int tag, boolean values) {
        return values ? at(VALUES, tag - FIRST_VALUE) : at(INLINE, tag - FIRST_INLINE);
    }

    /** The kind of declared type with this tag, or null for none. */
    static @Nullable NominalKind nominal(int tag, boolean values) {
        int inline = values ? tag - VALUES_OFFSET : tag;
        return inline < FIRST_INTERFACE
                ? at(COMPOSITES, inline - FIRST_COMPOSITE)
                : at(INTERFACES, inline - FIRST_INTERFACE);
    }

    /**
     * The tag of a form that is no declared type.
     *
     * @param values whether the type is a value itself
     */
    static int tag(Form form, boolean values) {
        return values
                ? FIRST_VALUE + Arrays.asList(VALUES).indexOf(form)
                : FIRST_INLINE + Arrays.asList(INLINE).indexOf(form);
    }

    /**
     * The tag of a kind of declared type.
     *
     * @param values whether the type is a value itself
     */
    static int tag(NominalKind kind, boolean values) {
        int inline =
                isInterface(kind)
                        ? FIRST_INTERFACE + Arrays.asList(INTERFACES).indexOf(kind)
                        : FIRST_COMPOSITE + Arrays.asList(COMPOSITES).indexOf(kind);
        return values ? inline + VALUES_OFFSET : inline;
    }

    /** Whether a kind of declared type is an interface, of which no value is. */
    static boolean isInterface(NominalKind kind) {
        return Arrays.asList(INTERFACES).contains(kind);
    }

    private static <T> @Nullable T at(T[] table, int index) {
        return index < 0 || index >= table.length ? null : table[index];
    }
}
