package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.List;

/**
 * A static type as JSON-Cadence tells it. A part that the chain sent as an empty text or {@code
 * null} is null here, such as the borrow type of an untyped capability.
 */
public sealed interface CadenceType {

    /** A type known by its name alone, such as {@code UInt64} or {@code AnyStruct}. */
    record Simple(String kind) implements CadenceType {}

    /**
     * A type told by its ID: one that was told in full further out, or any type on chains before
     * the format 0.3.0.
     */
    record Named(String typeId) implements CadenceType {}

    /** {@code T?}. */
    record Optional(@Nullable CadenceType type) implements CadenceType {}

    /** {@code [T]}. */
    record VariableSizedArray(@Nullable CadenceType element) implements CadenceType {}

    /** {@code [T; size]}. */
    record ConstantSizedArray(@Nullable CadenceType element, BigInteger size)
            implements CadenceType {}

    /** {@code {K: V}}. */
    record Dictionary(@Nullable CadenceType key, @Nullable CadenceType value)
            implements CadenceType {}

    /** {@code InclusiveRange<T>}. */
    record InclusiveRange(@Nullable CadenceType element) implements CadenceType {}

    /** {@code Capability<T>}. */
    record Capability(@Nullable CadenceType borrowType) implements CadenceType {}

    /** {@code auth(…) &T}. */
    record Reference(Authorization authorization, @Nullable CadenceType type)
            implements CadenceType {}

    /** {@code {I, J}}. */
    record Intersection(String typeId, List<CadenceType> types) implements CadenceType {
        public Intersection {
            types = List.copyOf(types);
        }
    }

    /** {@code T{I, J}}, which Cadence had before 1.0. */
    record Restriction(String typeId, @Nullable CadenceType type, List<CadenceType> restrictions)
            implements CadenceType {
        public Restriction {
            restrictions = List.copyOf(restrictions);
        }
    }

    /** The type of a function; {@code purity} is {@code view} or empty. */
    record Function(
            String typeId,
            String purity,
            List<TypeParameter> typeParameters,
            List<Parameter> parameters,
            @Nullable CadenceType returnType)
            implements CadenceType {
        public Function {
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A declared type. {@code type} is the raw type of an enum and the base type of an attachment,
     * null for the others.
     */
    record Nominal(
            NominalKind kind,
            String typeId,
            @Nullable CadenceType type,
            List<Member> fields,
            List<List<Parameter>> initializers)
            implements CadenceType {
        public Nominal {
            fields = List.copyOf(fields);
            initializers = initializers.stream().map(List::copyOf).toList();
        }
    }

    /** A kind of type this console does not know, with the text that was sent. */
    record Unknown(String kind, String json) implements CadenceType {}

    /** A field that a declared type declares. */
    record Member(String name, @Nullable CadenceType type) {}

    /** A parameter of a function or initializer; the label may be empty. */
    record Parameter(String label, String name, @Nullable CadenceType type) {}

    /** A type parameter of a function and its bound, if it has one. */
    record TypeParameter(String name, @Nullable CadenceType bound) {}

    /** What a reference may do: the kind of authorization and the type IDs of its entitlements. */
    record Authorization(AuthorizationKind kind, List<String> entitlements) {

        /** No authorization at all. */
        public static final Authorization NONE =
                new Authorization(AuthorizationKind.UNAUTHORIZED, List.of());

        public Authorization {
            entitlements = List.copyOf(entitlements);
        }
    }

    /** Kinds of authorization; the last is the plain {@code auth} that Cadence had before 1.0. */
    enum AuthorizationKind {
        UNAUTHORIZED("Unauthorized"),
        MAP("EntitlementMapAuthorization"),
        CONJUNCTION("EntitlementConjunctionSet"),
        DISJUNCTION("EntitlementDisjunctionSet"),
        AUTHORIZED("authorized");

        private final String label;

        AuthorizationKind(String label) {
            this.label = label;
        }

        /** As JSON-Cadence writes it. */
        public String label() {
            return label;
        }
    }

    /** Kinds of declared types. */
    enum NominalKind {
        STRUCT("Struct"),
        RESOURCE("Resource"),
        EVENT("Event"),
        CONTRACT("Contract"),
        STRUCT_INTERFACE("StructInterface"),
        RESOURCE_INTERFACE("ResourceInterface"),
        CONTRACT_INTERFACE("ContractInterface"),
        ENUM("Enum"),
        ATTACHMENT("Attachment");

        private final String label;

        NominalKind(String label) {
            this.label = label;
        }

        /** As JSON-Cadence writes it. */
        public String label() {
            return label;
        }
    }
}
