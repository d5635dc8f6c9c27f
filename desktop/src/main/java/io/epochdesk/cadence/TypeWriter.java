package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.Authorization;
import io.epochdesk.cadence.CadenceType.AuthorizationKind;
import io.epochdesk.cadence.CadenceType.Member;
import io.epochdesk.cadence.CadenceType.Parameter;
import io.epochdesk.cadence.CadenceType.TypeParameter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** Writes static types in the trees of the format. */
final class TypeWriter {

    private final JsonWriter json;

    TypeWriter(JsonWriter json) {
        this.json = json;
    }

    void type(@Nullable CadenceType type) {
        if (type == null) {
            json.string("");
            return;
        }
        switch (type) {
            case CadenceType.Simple simple -> kind(simple.kind()).close('}');
            case CadenceType.Named named -> json.string(named.typeId());
            case CadenceType.Unknown unknown -> json.raw(unknown.json());
            case CadenceType.Optional optional -> of("Optional", optional.type());
            case CadenceType.VariableSizedArray array -> of("VariableSizedArray", array.element());
            case CadenceType.Capability capability -> of("Capability", capability.borrowType());
            case CadenceType.ConstantSizedArray array -> {
                part(kind("ConstantSizedArray"), "type", array.element());
                json.key("size").raw(array.size().toString()).close('}');
            }
            case CadenceType.Dictionary dictionary -> {
                part(kind("Dictionary"), "key", dictionary.key());
                part(json, "value", dictionary.value()).close('}');
            }
            case CadenceType.InclusiveRange range ->
                    part(kind("InclusiveRange"), "element", range.element()).close('}');
            case CadenceType.Reference reference -> reference(reference);
            case CadenceType.Intersection intersection -> {
                kind("Intersection").member("typeID", intersection.typeId());
                list("types", intersection.types(), this::type).close('}');
            }
            case CadenceType.Restriction restriction -> {
                kind("Restriction").member("typeID", restriction.typeId());
                part(json, "type", restriction.type());
                list("restrictions", restriction.restrictions(), this::type).close('}');
            }
            case CadenceType.Function function -> function(function);
            case CadenceType.Nominal nominal -> nominal(nominal);
        }
    }

    private void reference(CadenceType.Reference reference) {
        part(kind("Reference"), "type", reference.type());
        Authorization authorization = reference.authorization();
        if (authorization.kind() == AuthorizationKind.AUTHORIZED) {
            json.key("authorized").raw("true").close('}');
            return;
        }
        json.key("authorization").open('{').member("kind", authorization.kind().label());
        String kind =
                authorization.kind() == AuthorizationKind.MAP ? "EntitlementMap" : "Entitlement";
        list(
                "entitlements",
                authorization.entitlements(),
                typeId -> kind(kind).member("typeID", typeId).close('}'));
        json.close('}').close('}');
    }

    private void function(CadenceType.Function function) {
        kind("Function").member("typeID", function.typeId()).member("purity", function.purity());
        list("typeParameters", function.typeParameters(), this::typeParameter);
        list("parameters", function.parameters(), this::parameter);
        part(json, "return", function.returnType()).close('}');
    }

    private void nominal(CadenceType.Nominal nominal) {
        kind(nominal.kind().label()).member("typeID", nominal.typeId());
        part(json, "type", nominal.type());
        list("fields", nominal.fields(), this::member);
        list("initializers", nominal.initializers(), this::initializer).close('}');
    }

    private void initializer(List<Parameter> parameters) {
        json.open('[');
        parameters.forEach(this::parameter);
        json.close(']');
    }

    private void member(Member member) {
        part(json.open('{').member("id", member.name()), "type", member.type()).close('}');
    }

    private void parameter(Parameter parameter) {
        json.open('{').member("label", parameter.label()).member("id", parameter.name());
        part(json, "type", parameter.type()).close('}');
    }

    private void typeParameter(TypeParameter parameter) {
        part(json.open('{').member("name", parameter.name()), "typeBound", parameter.bound())
                .close('}');
    }

    private void of(String kind, @Nullable CadenceType type) {
        part(kind(kind), "type", type).close('}');
    }

    private JsonWriter kind(String kind) {
        return json.open('{').member("kind", kind);
    }

    private JsonWriter part(JsonWriter writer, String name, @Nullable CadenceType type) {
        writer.key(name);
        type(type);
        return writer;
    }

    private <T> JsonWriter list(String name, List<T> elements, Consumer<T> write) {
        json.key(name).open('[');
        elements.forEach(write);
        return json.close(']');
    }
}
