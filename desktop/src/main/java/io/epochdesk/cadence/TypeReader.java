package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.Authorization;
import io.epochdesk.cadence.CadenceType.AuthorizationKind;
import io.epochdesk.cadence.CadenceType.Member;
import io.epochdesk.cadence.CadenceType.NominalKind;
import io.epochdesk.cadence.CadenceType.Parameter;
import io.epochdesk.cadence.CadenceType.TypeParameter;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Reads static types, in the trees of today's format and in the forms of older ones. */
final class TypeReader {

    private final JsonIndex index;
    private final Names names;

    TypeReader(JsonIndex index, Names names) {
        this.index = index;
        this.names = names;
    }

    /** The type at this token; null for an empty text and for {@code null}. */
    @Nullable CadenceType type(int token) {
        return switch (index.first(token)) {
            case 'n' -> null;
            case '"' -> named(index.name(token, names).text());
            default -> {
                index.requireObject(token, "a type");
                yield tree(token);
            }
        };
    }

    private static @Nullable CadenceType named(String typeId) {
        return typeId.isEmpty() ? null : new CadenceType.Named(typeId);
    }

    private CadenceType tree(int token) {
        String kind = text(token, "kind");
        return switch (kind) {
            case "Optional" -> new CadenceType.Optional(part(token, "type"));
            case "VariableSizedArray" -> new CadenceType.VariableSizedArray(part(token, "type"));
            case "ConstantSizedArray" ->
                    new CadenceType.ConstantSizedArray(part(token, "type"), size(token));
            case "Dictionary" ->
                    new CadenceType.Dictionary(part(token, "key"), part(token, "value"));
            case "InclusiveRange" -> new CadenceType.InclusiveRange(part(token, "element"));
            case "Capability" -> new CadenceType.Capability(optionalPart(token, "type"));
            case "Reference" ->
                    new CadenceType.Reference(authorization(token), part(token, "type"));
            case "Intersection" ->
                    new CadenceType.Intersection(
                            optionalText(token, "typeID"),
                            types(index.requireMember(token, "types")));
            case "Restriction" ->
                    new CadenceType.Restriction(
                            optionalText(token, "typeID"),
                            optionalPart(token, "type"),
                            types(index.requireMember(token, "restrictions")));
            case "Function" -> function(token);
            default -> declared(token, kind);
        };
    }

    private CadenceType declared(int token, String kind) {
        for (NominalKind nominal : NominalKind.values()) {
            if (nominal.label().equals(kind)) {
                return new CadenceType.Nominal(
                        nominal,
                        text(token, "typeID"),
                        optionalPart(token, "type"),
                        list(index.member(token, "fields"), "the fields", this::member),
                        list(
                                index.member(token, "initializers"),
                                "the initializers",
                                this::parameters));
            }
        }
        boolean alone = index.closing(token) == index.next(token + 4);
        return alone
                ? new CadenceType.Simple(kind)
                : new CadenceType.Unknown(kind, index.raw(token));
    }

    private CadenceType function(int token) {
        return new CadenceType.Function(
                optionalText(token, "typeID"),
                optionalText(token, "purity"),
                list(
                        index.member(token, "typeParameters"),
                        "the type parameters",
                        this::typeParameter),
                parameters(index.requireMember(token, "parameters")),
                part(token, "return"));
    }

    private Member member(int token) {
        index.requireObject(token, "a field of a type");
        return new Member(text(token, "id"), part(token, "type"));
    }

    private List<Parameter> parameters(int token) {
        return list(token, "the parameters", this::parameter);
    }

    private Parameter parameter(int token) {
        index.requireObject(token, "a parameter");
        return new Parameter(text(token, "label"), text(token, "id"), part(token, "type"));
    }

    private TypeParameter typeParameter(int token) {
        index.requireObject(token, "a type parameter");
        return new TypeParameter(text(token, "name"), optionalPart(token, "typeBound"));
    }

    private Authorization authorization(int reference) {
        int authorized = index.member(reference, "authorized");
        if (authorized >= 0) {
            return index.first(authorized) == 't'
                    ? new Authorization(AuthorizationKind.AUTHORIZED, List.of())
                    : Authorization.NONE;
        }
        int token = index.requireMember(reference, "authorization");
        index.requireObject(token, "an authorization");
        String kind = text(token, "kind");
        for (AuthorizationKind known : AuthorizationKind.values()) {
            if (known.label().equals(kind) && known != AuthorizationKind.AUTHORIZED) {
                return new Authorization(
                        known,
                        list(
                                index.member(token, "entitlements"),
                                "the entitlements",
                                this::entitlement));
            }
        }
        throw Malformed.at(index.position(token), "the authorization is of an unknown kind");
    }

    private String entitlement(int token) {
        index.requireObject(token, "an entitlement");
        return text(token, "typeID");
    }

    private List<CadenceType> types(int token) {
        return list(
                token,
                "the types",
                element -> {
                    CadenceType type = type(element);
                    if (type == null) {
                        throw Malformed.at(index.position(element), "a type is empty");
                    }
                    return type;
                });
    }

    private @Nullable CadenceType part(int token, String name) {
        return type(index.requireMember(token, name));
    }

    private @Nullable CadenceType optionalPart(int token, String name) {
        int part = index.member(token, name);
        return part < 0 ? null : type(part);
    }

    private String text(int token, String name) {
        int member = index.requireMember(token, name);
        index.requireString(member, "the member \"" + name + "\"");
        return index.name(member, names).text();
    }

    private String optionalText(int token, String name) {
        return index.member(token, name) < 0 ? "" : text(token, name);
    }

    private BigInteger size(int token) {
        int member = index.requireMember(token, "size");
        Ascii digits = index.lay(new Ascii(), member);
        if (!digits.isDigits(0, digits.length()) || digits.length() > IntegerType.UINT64.digits()) {
            throw Malformed.at(index.position(member), "the size of an array is a whole number");
        }
        return new BigInteger(digits.toString());
    }

    /** The elements of an array; none when it is missing or null. */
    private <T> List<T> list(int token, String what, IntFunction<T> read) {
        if (token < 0 || index.first(token) == 'n') {
            return List.of();
        }
        List<T> elements = new ArrayList<>(index.requireArray(token, what));
        int closing = index.closing(token);
        for (int element = token + 2; element < closing; element = index.next(element)) {
            elements.add(read.apply(element));
        }
        return List.copyOf(elements);
    }
}
