package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.Member;
import io.epochdesk.cadence.CadenceType.NominalKind;
import io.epochdesk.cadence.CadenceType.Parameter;
import io.epochdesk.cadence.CadenceType.TypeParameter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Tells types as JSON-Cadence does: each declared type in full the first time and by its ID from
 * then on, in the order in which Cadence's own encoder comes to them ({@code PrepareType} in its
 * {@code encoding/json/encode.go}).
 */
final class CcfTypeTeller {

    private final CborReader budget;
    private final Set<CcfType.Nominal> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private CcfTypeTeller(CborReader budget) {
        this.budget = budget;
    }

    /** The type in full; what is made of it is counted. */
    static CadenceType told(CcfType type, CborReader budget) {
        return new CcfTypeTeller(budget).tell(type);
    }

    private CadenceType tell(CcfType type) {
        budget.count(1);
        budget.enter();
        CadenceType told =
                switch (type) {
                    case CcfType.General general -> new CadenceType.Simple(general.label());
                    case CcfType.Path path -> new CadenceType.Simple(path.label());
                    case CcfType.Whole whole -> new CadenceType.Simple(whole.type().label());
                    case CcfType.Fixed fixed -> new CadenceType.Simple(fixed.type().label());
                    case CcfType.Plain plain -> plain(plain.kind());
                    case CcfType.Optional optional ->
                            new CadenceType.Optional(tell(optional.type()));
                    case CcfType.Array array ->
                            array.size() == null
                                    ? new CadenceType.VariableSizedArray(tell(array.element()))
                                    : new CadenceType.ConstantSizedArray(
                                            tell(array.element()), array.size());
                    case CcfType.Dictionary dictionary ->
                            new CadenceType.Dictionary(
                                    tell(dictionary.key()), tell(dictionary.value()));
                    case CcfType.Reference reference ->
                            new CadenceType.Reference(
                                    reference.authorization(), tell(reference.type()));
                    case CcfType.Intersection intersection ->
                            new CadenceType.Intersection(
                                    CcfTypeIds.of(intersection, budget),
                                    intersection.types().stream().map(this::tell).toList());
                    case CcfType.Capability capability ->
                            new CadenceType.Capability(tellAny(capability.borrowType()));
                    case CcfType.InclusiveRange range ->
                            new CadenceType.InclusiveRange(tell(range.element()));
                    case CcfType.Function function -> function(function);
                    case CcfType.Nominal nominal ->
                            known.add(nominal)
                                    ? nominal(nominal)
                                    : new CadenceType.Named(nominal.typeId());
                };
        budget.leave();
        return told;
    }

    private CadenceType plain(PlainKind kind) {
        if (kind == PlainKind.FUNCTION) {
            throw Malformed.at(budget.position(), "the type of a function must be told in full");
        }
        return new CadenceType.Simple(kind.label());
    }

    private @Nullable CadenceType tellAny(@Nullable CcfType type) {
        return type == null ? null : tell(type);
    }

    private CadenceType function(CcfType.Function function) {
        List<TypeParameter> typeParameters = new ArrayList<>();
        for (CcfType.TypeParameter parameter : function.typeParameters()) {
            typeParameters.add(new TypeParameter(parameter.name(), tellAny(parameter.bound())));
        }
        return new CadenceType.Function(
                CcfTypeIds.of(function, budget),
                function.view() ? "view" : "",
                typeParameters,
                parameters(function.parameters()),
                tell(function.returnType()));
    }

    private CadenceType nominal(CcfType.Nominal nominal) {
        List<Member> fields = new ArrayList<>();
        for (int i = 0; i < nominal.fieldCount(); i++) {
            fields.add(new Member(nominal.name(i), tell(nominal.type(i))));
        }
        List<List<Parameter>> initializers = initializers(nominal);
        return new CadenceType.Nominal(
                nominal.kind(), nominal.typeId(), tellAny(nominal.rawType()), fields, initializers);
    }

    private List<List<Parameter>> initializers(CcfType.Nominal nominal) {
        List<CcfType.Parameter> initializer = nominal.initializer();
        if (initializer != null) {
            return List.of(parameters(initializer));
        }
        // An event is always told with one, even where CCF leaves it out.
        return nominal.kind() == NominalKind.EVENT ? List.of(List.of()) : List.of();
    }

    private List<Parameter> parameters(List<CcfType.Parameter> parameters) {
        List<Parameter> told = new ArrayList<>();
        for (CcfType.Parameter parameter : parameters) {
            told.add(
                    new Parameter(
                            parameter.label(), parameter.identifier(), tell(parameter.type())));
        }
        return told;
    }
}
