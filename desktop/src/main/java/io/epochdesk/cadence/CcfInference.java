package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds types by which values can be written, since values do not know those they were declared
 * with: the narrowest that hold all elements of an array and all instances of a composite. What has
 * no value to tell it, such as that of an empty array, is {@code Never}.
 */
final class CcfInference {

    private static final CcfType NEVER = CcfSimpleTypes.named("Never");
    private static final CcfType ANY = CcfSimpleTypes.named("AnyStruct");
    private static final Comparator<String> ORDER =
            Comparator.comparing(
                    text -> text.getBytes(StandardCharsets.UTF_8),
                    Comparator.<byte[]>comparingInt(bytes -> bytes.length)
                            .thenComparing(Arrays::compareUnsigned));

    private final Map<String, CcfType.Nominal> declared = new HashMap<>();

    /** Those of which the fields are not known yet. */
    private final Set<String> open = new HashSet<>();

    /** The declared types seen so far, in the order in which a message tells them. */
    List<CcfType.Nominal> declared() {
        return declared.values().stream()
                .sorted(Comparator.comparing(CcfType.Nominal::typeId, ORDER))
                .toList();
    }

    /** The type of a value. */
    CcfType of(CadenceValue value) {
        return switch (value) {
            case CadenceValue.VoidValue _ -> new CcfType.Plain(PlainKind.VOID);
            case CadenceValue.BoolValue _ -> new CcfType.Plain(PlainKind.BOOL);
            case CadenceValue.StringValue _ -> new CcfType.Plain(PlainKind.STRING);
            case CadenceValue.CharacterValue _ -> new CcfType.Plain(PlainKind.CHARACTER);
            case CadenceValue.AddressValue _ -> new CcfType.Plain(PlainKind.ADDRESS);
            case CadenceValue.TypeValue _ -> new CcfType.Plain(PlainKind.TYPE);
            case CadenceValue.FunctionValue _ -> new CcfType.Plain(PlainKind.FUNCTION);
            case CadenceValue.IntegerValue integer -> new CcfType.Whole(integer.type());
            case CadenceValue.BigIntegerValue integer -> new CcfType.Whole(integer.type());
            case CadenceValue.FixedPointValue fixed -> new CcfType.Fixed(fixed.type());
            case CadenceValue.PathValue path -> path(path);
            case CadenceValue.OptionalValue optional ->
                    CcfType.Optional.of(optional.value() == null ? NEVER : of(optional.value()));
            case ArrayValue array -> new CcfType.Array(common(array.values()), null);
            case DictionaryValue dictionary ->
                    new CcfType.Dictionary(
                            common(
                                    dictionary.entries().stream()
                                            .map(CadenceValue.Entry::key)
                                            .toList()),
                            common(
                                    dictionary.entries().stream()
                                            .map(CadenceValue.Entry::value)
                                            .toList()));
            case CadenceValue.InclusiveRangeValue range ->
                    new CcfType.InclusiveRange(
                            common(List.of(range.start(), range.end(), range.step())));
            case CadenceValue.CapabilityValue capability ->
                    new CcfType.Capability(
                            capability.borrowType() == null
                                    ? null
                                    : inline(capability.borrowType()));
            case CompositeValue composite -> composite(composite);
            case CadenceValue.PathCapabilityValue _ ->
                    throw new IllegalArgumentException("CCF has no capabilities by path");
            case CadenceValue.Unknown unknown ->
                    throw new IllegalArgumentException("what a " + unknown.kind() + " is");
        };
    }

    private static CcfType path(CadenceValue.PathValue path) {
        return CcfSimpleTypes.named(
                switch (path.domain()) {
                    case "storage" -> "StoragePath";
                    case "private" -> "PrivatePath";
                    default -> "PublicPath";
                });
    }

    private CcfType common(List<CadenceValue> values) {
        CcfType common = NEVER;
        for (CadenceValue value : values) {
            common = common(common, of(value));
        }
        return common;
    }

    private static CcfType common(CcfType one, CcfType other) {
        if (one.equals(other) || other.equals(NEVER)) {
            return one;
        }
        if (one.equals(NEVER)) {
            return other;
        }
        if (one instanceof CcfType.Optional optional && other instanceof CcfType.Optional another) {
            return CcfType.Optional.of(common(optional.type(), another.type()));
        }
        if (one instanceof CcfType.Array array
                && other instanceof CcfType.Array another
                && array.size() == null
                && another.size() == null) {
            return new CcfType.Array(common(array.element(), another.element()), null);
        }
        if (one instanceof CcfType.Dictionary dictionary
                && other instanceof CcfType.Dictionary another) {
            return new CcfType.Dictionary(
                    common(dictionary.key(), another.key()),
                    common(dictionary.value(), another.value()));
        }
        return ANY;
    }

    private CcfType composite(CompositeValue composite) {
        List<String> names = new ArrayList<>();
        List<CcfType> types = new ArrayList<>();
        for (CadenceValue.Field field : composite.fields()) {
            names.add(field.name());
            types.add(of(field.value()));
        }
        return declare(
                CadenceType.NominalKind.valueOf(composite.kind().name()),
                composite.typeId(),
                names,
                types);
    }

    private CcfType.Nominal declare(
            CadenceType.NominalKind kind, String typeId, List<String> names, List<CcfType> types) {
        Set<String> distinct = new HashSet<>(names);
        if (typeId.isEmpty() || distinct.size() < names.size()) {
            throw new IllegalArgumentException("CCF cannot declare the type " + typeId);
        }
        CcfType.Nominal known = declared.get(typeId);
        if (known == null || open.remove(typeId)) {
            CcfType.Nominal nominal = known == null ? unfinished(kind, typeId) : known;
            nominal.setFields(names.toArray(String[]::new), types.toArray(CcfType[]::new));
            declared.put(typeId, nominal);
            return nominal;
        }
        CcfType[] common = new CcfType[types.size()];
        boolean same = known.kind() == kind && known.fieldCount() == common.length;
        for (int i = 0; same && i < common.length; i++) {
            same = known.name(i).equals(names.get(i));
            common[i] = common(known.type(i), types.get(i));
        }
        if (!same) {
            throw new IllegalArgumentException("two types have the ID " + typeId);
        }
        known.setFields(names.toArray(String[]::new), common);
        return known;
    }

    private static CcfType.Nominal unfinished(CadenceType.NominalKind kind, String typeId) {
        CcfType.Nominal nominal = new CcfType.Nominal();
        nominal.declare(kind, typeId);
        return nominal;
    }

    /** A static type as one that stands before values; initializers are not told there. */
    private CcfType inline(@Nullable CadenceType type) {
        return switch (type) {
            case CadenceType.Simple simple -> CcfSimpleTypes.named(simple.kind());
            case CadenceType.Optional optional -> CcfType.Optional.of(inline(optional.type()));
            case CadenceType.VariableSizedArray array ->
                    new CcfType.Array(inline(array.element()), null);
            case CadenceType.ConstantSizedArray array ->
                    new CcfType.Array(inline(array.element()), array.size());
            case CadenceType.Dictionary dictionary ->
                    new CcfType.Dictionary(inline(dictionary.key()), inline(dictionary.value()));
            case CadenceType.InclusiveRange range ->
                    new CcfType.InclusiveRange(inline(range.element()));
            case CadenceType.Capability capability ->
                    new CcfType.Capability(
                            capability.borrowType() == null
                                    ? null
                                    : inline(capability.borrowType()));
            case CadenceType.Reference reference ->
                    new CcfType.Reference(reference.authorization(), inline(reference.type()));
            case CadenceType.Intersection intersection ->
                    new CcfType.Intersection(
                            intersection.types().stream().map(this::inline).toList());
            case CadenceType.Named named when declared.containsKey(named.typeId()) ->
                    declared.get(named.typeId());
            case CadenceType.Nominal nominal -> nominal(nominal);
            case null, default ->
                    throw new IllegalArgumentException("CCF cannot tell the type " + type);
        };
    }

    private CcfType nominal(CadenceType.Nominal nominal) {
        if (!declared.containsKey(nominal.typeId())) {
            // It may speak of itself.
            declared.put(nominal.typeId(), unfinished(nominal.kind(), nominal.typeId()));
            open.add(nominal.typeId());
        }
        boolean isInterface = CcfTags.isInterface(nominal.kind());
        List<CadenceType.Member> members = isInterface ? List.of() : nominal.fields();
        return declare(
                nominal.kind(),
                nominal.typeId(),
                members.stream().map(CadenceType.Member::name).toList(),
                members.stream().map(member -> inline(member.type())).toList());
    }
}
