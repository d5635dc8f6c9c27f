package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.Authorization;
import io.epochdesk.cadence.CadenceType.AuthorizationKind;
import io.epochdesk.cadence.CadenceType.NominalKind;
import io.epochdesk.cadence.CcfTags.Form;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads types: those at the beginning of a message, those that stand before a value, and those that
 * are values themselves. The last are told more fully, and each of them knows only the declared
 * types inside it.
 */
final class CcfTypeReader {

    private final CborReader cbor;
    private final boolean values;
    private final List<CcfType.Nominal> declared;

    private CcfTypeReader(CborReader cbor, boolean values, List<CcfType.Nominal> declared) {
        this.cbor = cbor;
        this.values = values;
        this.declared = declared;
    }

    /** A reader of a type that is a value. */
    static CcfTypeReader ofValues(CborReader cbor) {
        return new CcfTypeReader(cbor, true, new ArrayList<>());
    }

    /** A reader of types that stand before values, where these were declared. */
    static CcfTypeReader knowing(List<CcfType.Nominal> declared, CborReader cbor) {
        return new CcfTypeReader(cbor, false, declared);
    }

    /** Reads the declared types of a message; they may speak of each other in any order. */
    static List<CcfType.Nominal> declarations(CborReader cbor) {
        int start = cbor.position();
        int count = cbor.array("the types of a message");
        if (count == 0) {
            throw Malformed.at(start, "a message tells types, but none");
        }
        List<CcfType.Nominal> declared = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            declared.add(new CcfType.Nominal());
        }
        CcfTypeReader reader = knowing(List.copyOf(declared), cbor);
        int lastFrom = 0;
        int lastTo = 0;
        for (int i = 0; i < count; i++) {
            NominalKind kind = reader.nominalKind();
            boolean hasFields = !CcfTags.isInterface(kind);
            cbor.arrayOf(hasFields ? 3 : 2, "a declared type");
            reader.requireIndex(i);
            int from = cbor.position();
            String typeId = reader.typeId();
            int to = cbor.position();
            if (cbor.compare(lastFrom, lastTo, from, to) >= 0) {
                throw Malformed.at(from, "the types of a message are not in order");
            }
            lastFrom = from;
            lastTo = to;
            declared.get(i).declare(kind, typeId);
            if (hasFields) {
                reader.fields(declared.get(i));
            }
        }
        return reader.declared;
    }

    private static boolean hasRawType(NominalKind kind) {
        return kind == NominalKind.ENUM || kind == NominalKind.ATTACHMENT;
    }

    /** The type that comes next. */
    CcfType type() {
        int start = cbor.position();
        int tag = cbor.tag("a type");
        Form form = CcfTags.form(tag, values);
        cbor.enter();
        CcfType type = form != null ? formed(form, start) : composite(tag, start);
        cbor.leave();
        return type;
    }

    private CcfType formed(Form form, int start) {
        return switch (form) {
            case SIMPLE -> simple(start);
            case REF -> declared.get(cbor.index(declared.size(), "a type"));
            case OPTIONAL -> CcfType.Optional.of(type());
            case ARRAY -> new CcfType.Array(type(), null);
            case SIZED_ARRAY -> {
                cbor.arrayOf(2, "the type of an array");
                BigInteger size =
                        new BigInteger(
                                Long.toUnsignedString(cbor.unsigned("the size of an array")));
                yield new CcfType.Array(type(), size);
            }
            case DICTIONARY -> {
                cbor.arrayOf(2, "the type of a dictionary");
                yield new CcfType.Dictionary(type(), type());
            }
            case REFERENCE -> {
                cbor.arrayOf(2, "the type of a reference");
                yield new CcfType.Reference(authorization(), type());
            }
            case INTERSECTION -> intersection();
            case CAPABILITY -> {
                cbor.arrayOf(1, "the type of a capability");
                yield new CcfType.Capability(typeOrNil());
            }
            case INCLUSIVE_RANGE -> new CcfType.InclusiveRange(type());
            case FUNCTION -> function();
            case ENTITLEMENT_SET, ENTITLEMENT_MAP ->
                    throw Malformed.at(start, "an authorization is not a type");
        };
    }

    private CcfType simple(int start) {
        CcfType type = CcfSimpleTypes.of(cbor.unsigned("the number of a type"));
        if (type == null) {
            throw Malformed.at(start, "the number of a type is unknown");
        }
        return type;
    }

    private @Nullable CcfType typeOrNil() {
        return cbor.nil() ? null : type();
    }

    private CcfType intersection() {
        int start = cbor.position();
        List<CcfType> types = new ArrayList<>();
        int count = cbor.array("the types of an intersection");
        if (count == 0) {
            throw Malformed.at(start, "an intersection is of no type");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < count; i++) {
            CcfType type = type();
            if (count > 1 && !ids.add(CcfTypeIds.of(type, cbor))) {
                throw Malformed.at(cbor.position(), "an intersection has a type twice");
            }
            types.add(type);
        }
        return new CcfType.Intersection(List.copyOf(types));
    }

    private Authorization authorization() {
        if (cbor.nil()) {
            return Authorization.NONE;
        }
        int start = cbor.position();
        Form form = CcfTags.form(cbor.tag("an authorization"), values);
        if (form == Form.ENTITLEMENT_MAP) {
            return new Authorization(AuthorizationKind.MAP, List.of(typeId()));
        }
        if (form != Form.ENTITLEMENT_SET) {
            throw Malformed.at(start, "the authorization is of an unknown kind");
        }
        cbor.arrayOf(2, "a set of entitlements");
        long kind = cbor.unsigned("the kind of a set of entitlements");
        if (kind != 0 && kind != 1) {
            throw Malformed.at(start, "the authorization is of an unknown kind");
        }
        return new Authorization(
                kind == 0 ? AuthorizationKind.CONJUNCTION : AuthorizationKind.DISJUNCTION,
                entitlements());
    }

    private List<String> entitlements() {
        int start = cbor.position();
        int count = cbor.array("the entitlements of a set");
        if (count == 0) {
            throw Malformed.at(start, "a set of entitlements is empty");
        }
        Set<String> seen = new HashSet<>();
        List<String> entitlements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entitlements.add(distinct(seen, typeId(), "an entitlement"));
        }
        return entitlements;
    }

    /** The type of a function; its tag was read before. */
    CcfType function() {
        int start = cbor.position();
        int parts = cbor.array("the type of a function");
        // Before functions could be view, their purity was not written.
        if (parts != 3 && parts != 4) {
            throw Malformed.at(start, "the type of a function must have 3 or 4 parts");
        }
        List<CcfType.TypeParameter> typeParameters = typeParameters();
        List<CcfType.Parameter> parameters = parameters();
        CcfType returnType = type();
        int purity = cbor.position();
        long view = parts == 4 ? cbor.unsigned("the purity of a function") : 0;
        if (view != 0 && view != 1) {
            throw Malformed.at(purity, "the purity of a function is unknown");
        }
        return new CcfType.Function(view == 1, typeParameters, parameters, returnType);
    }

    private List<CcfType.TypeParameter> typeParameters() {
        int count = cbor.array("the type parameters");
        Set<String> names = new HashSet<>();
        List<CcfType.TypeParameter> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cbor.arrayOf(2, "a type parameter");
            String name = distinct(names, cbor.text("a name"), "a type parameter");
            parameters.add(new CcfType.TypeParameter(name, typeOrNil()));
        }
        return List.copyOf(parameters);
    }

    private List<CcfType.Parameter> parameters() {
        int count = cbor.array("the parameters");
        Set<String> identifiers = new HashSet<>();
        List<CcfType.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cbor.arrayOf(3, "a parameter");
            String label = cbor.text("a label");
            String identifier = distinct(identifiers, cbor.text("a name"), "a parameter");
            parameters.add(new CcfType.Parameter(label, identifier, type()));
        }
        return List.copyOf(parameters);
    }

    /** A declared type that is told in the midst of another: only in types that are values. */
    private CcfType composite(int tag, int start) {
        NominalKind kind = values ? CcfTags.nominal(tag, true) : null;
        if (kind == null) {
            throw Malformed.at(start, "a type has an unknown tag");
        }
        cbor.arrayOf(5, "a declared type");
        requireIndex(declared.size());
        CcfType.Nominal type = new CcfType.Nominal();
        declared.add(type);
        type.declare(kind, typeId());
        int rawType = cbor.position();
        type.setRawType(typeOrNil());
        if ((type.rawType() != null) != hasRawType(kind)) {
            throw Malformed.at(rawType, "an enum or attachment is of a type, nothing else is");
        }
        fields(type);
        int initializers = cbor.position();
        int count = cbor.array("the initializers");
        if (count > 1 || (count == 0 && kind == NominalKind.EVENT)) {
            throw Malformed.at(initializers, "a declared type has a wrong number of initializers");
        }
        type.setInitializer(count == 0 ? null : parameters());
        return type;
    }

    private void fields(CcfType.Nominal type) {
        int count = cbor.array("the fields of a type");
        String[] names = new String[count];
        CcfType[] types = new CcfType[count];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            cbor.arrayOf(2, "a field");
            names[i] = distinct(seen, cbor.text("the name of a field"), "a field");
            types[i] = type();
        }
        type.setFields(names, types);
    }

    private String distinct(Set<String> seen, String name, String what) {
        if (!seen.add(name)) {
            throw Malformed.at(cbor.position(), what + " is there twice");
        }
        return name;
    }

    private NominalKind nominalKind() {
        int start = cbor.position();
        NominalKind kind = CcfTags.nominal(cbor.tag("a declared type"), false);
        if (kind == null) {
            throw Malformed.at(start, "a declared type has an unknown tag");
        }
        return kind;
    }

    /** The ID of a declared type within the message is its place. */
    private void requireIndex(int index) {
        int start = cbor.position();
        if (cbor.index(Integer.MAX_VALUE, "the place of a type") != index) {
            throw Malformed.at(start, "a declared type is not numbered by its place");
        }
    }

    private String typeId() {
        int start = cbor.position();
        String typeId = cbor.text("a type ID");
        if (typeId.isEmpty()) {
            throw Malformed.at(start, "a type ID is empty");
        }
        return typeId;
    }
}
