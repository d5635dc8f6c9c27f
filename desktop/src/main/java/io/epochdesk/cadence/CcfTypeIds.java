package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.Authorization;
import io.epochdesk.cadence.CadenceType.AuthorizationKind;

import java.util.List;
import java.util.function.Consumer;

/**
 * Names types as Cadence does: {@code (T)?}, {@code [T;3]}, {@code auth(E,F)&T}. CCF leaves these
 * IDs out, JSON-Cadence has them for intersections and functions.
 *
 * <p>Source: {@code ID()} in Cadence's {@code types.go} and the {@code Format…TypeID} functions of
 * its {@code sema} package.
 */
final class CcfTypeIds {

    /** Characters that count as one element, since an ID of many can be told in few bytes. */
    private static final int CHARACTERS_AN_ELEMENT = 16;

    private final StringBuilder id = new StringBuilder();
    private final CborReader budget;

    private CcfTypeIds(CborReader budget) {
        this.budget = budget;
    }

    /** The ID of a type; its length is counted. */
    static String of(CcfType type, CborReader budget) {
        if (type instanceof CcfType.Nominal nominal) {
            return nominal.typeId();
        }
        CcfTypeIds ids = new CcfTypeIds(budget);
        ids.append(type);
        return ids.id.toString();
    }

    private void append(CcfType type) {
        switch (type) {
            case CcfType.Nominal nominal -> append(nominal.typeId());
            case CcfType.General general -> append(general.label());
            case CcfType.Path path -> append(path.label());
            case CcfType.Whole whole -> append(whole.type().label());
            case CcfType.Fixed fixed -> append(fixed.type().label());
            case CcfType.Plain plain -> append(plain.kind().label());
            case CcfType.Optional optional -> append("(").with(optional.type()).append(")?");
            case CcfType.Array array -> {
                append("[").with(array.element());
                append(array.size() == null ? "]" : ";" + array.size() + "]");
            }
            case CcfType.Dictionary dictionary ->
                    append("{")
                            .with(dictionary.key())
                            .append(":")
                            .with(dictionary.value())
                            .append("}");
            case CcfType.Reference reference -> {
                authorization(reference.authorization());
                append("&").with(reference.type());
            }
            case CcfType.Intersection intersection -> {
                append("{");
                sorted(intersection.types().stream().map(each -> of(each, budget)).toList(), ",");
                append("}");
            }
            case CcfType.Capability capability -> {
                append("Capability");
                if (capability.borrowType() != null) {
                    append("<").with(capability.borrowType()).append(">");
                }
            }
            case CcfType.InclusiveRange range ->
                    append("InclusiveRange<").with(range.element()).append(">");
            case CcfType.Function function -> function(function);
        }
    }

    private void function(CcfType.Function function) {
        append(function.view() ? "view fun" : "fun");
        if (!function.typeParameters().isEmpty()) {
            append("<");
            separated(
                    function.typeParameters(),
                    parameter -> {
                        append(parameter.name());
                        if (parameter.bound() != null) {
                            append(":").with(parameter.bound());
                        }
                    });
            append(">");
        }
        append("(");
        separated(function.parameters(), parameter -> append(parameter.type()));
        append("):").with(function.returnType());
    }

    private void authorization(Authorization authorization) {
        if (authorization.kind() != AuthorizationKind.UNAUTHORIZED) {
            append("auth(");
            sorted(
                    authorization.entitlements(),
                    authorization.kind() == AuthorizationKind.DISJUNCTION ? "|" : ",");
            append(")");
        }
    }

    private void sorted(List<String> ids, String separator) {
        String before = "";
        for (String each : ids.stream().sorted().toList()) {
            append(before).append(each);
            before = separator;
        }
    }

    private <T> void separated(List<T> parts, Consumer<T> part) {
        for (int i = 0; i < parts.size(); i++) {
            append(i == 0 ? "" : ",");
            part.accept(parts.get(i));
        }
    }

    private CcfTypeIds with(CcfType type) {
        append(type);
        return this;
    }

    private CcfTypeIds append(String text) {
        budget.count(1 + text.length() / CHARACTERS_AN_ELEMENT);
        id.append(text);
        return this;
    }
}
