package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.Parameter;
import io.epochdesk.cadence.CcfTags.Form;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one static type that is a value. */
final class CcfTypeWriter {

    private final CborWriter out;
    private final Map<String, Integer> places = new HashMap<>();

    CcfTypeWriter(CborWriter out) {
        this.out = out;
    }

    /** The type with its tag. */
    void type(@Nullable CadenceType type) {
        switch (type) {
            case CadenceType.Simple simple -> {
                tag(Form.SIMPLE);
                out.unsigned(CcfSimpleTypes.numberOf(CcfSimpleTypes.named(simple.kind())));
            }
            case CadenceType.Named named when places.containsKey(named.typeId()) -> {
                tag(Form.REF);
                out.index(places.get(named.typeId()));
            }
            case CadenceType.Optional optional -> {
                tag(Form.OPTIONAL);
                type(optional.type());
            }
            case CadenceType.VariableSizedArray array -> {
                tag(Form.ARRAY);
                type(array.element());
            }
            case CadenceType.ConstantSizedArray array -> {
                tag(Form.SIZED_ARRAY);
                out.array(2);
                out.unsigned(array.size().longValue());
                type(array.element());
            }
            case CadenceType.Dictionary dictionary -> {
                tag(Form.DICTIONARY);
                out.array(2);
                type(dictionary.key());
                type(dictionary.value());
            }
            case CadenceType.InclusiveRange range -> {
                tag(Form.INCLUSIVE_RANGE);
                type(range.element());
            }
            case CadenceType.Capability capability -> {
                tag(Form.CAPABILITY);
                out.array(1);
                typeOrNil(capability.borrowType());
            }
            case CadenceType.Reference reference -> {
                tag(Form.REFERENCE);
                out.array(2);
                CcfEncoder.authorization(reference.authorization(), true, out);
                type(reference.type());
            }
            case CadenceType.Intersection intersection -> {
                tag(Form.INTERSECTION);
                out.array(intersection.types().size());
                intersection.types().forEach(this::type);
            }
            case CadenceType.Function function -> {
                tag(Form.FUNCTION);
                function(function);
            }
            case CadenceType.Nominal nominal -> nominal(nominal);
            case null, default ->
                    throw new IllegalArgumentException("CCF cannot tell the type " + type);
        }
    }

    /** The type of a function, without a tag. */
    void function(@Nullable CadenceType type) {
        if (!(type instanceof CadenceType.Function function)) {
            throw new IllegalArgumentException("not the type of a function: " + type);
        }
        out.array(4);
        out.array(function.typeParameters().size());
        for (CadenceType.TypeParameter parameter : function.typeParameters()) {
            out.array(2);
            out.text(parameter.name());
            typeOrNil(parameter.bound());
        }
        parameters(function.parameters());
        type(function.returnType());
        out.unsigned(function.purity().isEmpty() ? 0 : 1);
    }

    private void nominal(CadenceType.Nominal nominal) {
        if (nominal.initializers().size() > 1) {
            throw new IllegalArgumentException("CCF tells one initializer at most");
        }
        out.tag(CcfTags.tag(nominal.kind(), true));
        out.array(5);
        out.index(places.size());
        places.put(nominal.typeId(), places.size());
        out.text(nominal.typeId());
        typeOrNil(nominal.type());
        out.array(nominal.fields().size());
        for (CadenceType.Member field : nominal.fields()) {
            out.array(2);
            out.text(field.name());
            type(field.type());
        }
        out.array(nominal.initializers().size());
        nominal.initializers().forEach(this::parameters);
    }

    private void parameters(List<Parameter> parameters) {
        out.array(parameters.size());
        for (Parameter parameter : parameters) {
            out.array(3);
            out.text(parameter.label());
            out.text(parameter.name());
            type(parameter.type());
        }
    }

    private void typeOrNil(@Nullable CadenceType type) {
        if (type == null) {
            out.nil();
        } else {
            type(type);
        }
    }

    private void tag(Form form) {
        out.tag(CcfTags.tag(form, true));
    }
}
