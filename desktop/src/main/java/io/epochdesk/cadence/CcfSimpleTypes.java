package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/**
 * The types that CCF tells by a number alone.
 *
 * <p>Source: the CCF specification 1.0.0, {@code simple-type-id}; 103 and 104 are newer, from
 * Cadence's {@code encoding/ccf/simpletype.go}. Numbers without a name were given to types that
 * Cadence no longer has, or to none.
 */
final class CcfSimpleTypes {

    private static final String[] NAMES = {
        "Bool",
        "String",
        "Character",
        "Address",
        "Int",
        "Int8",
        "Int16",
        "Int32",
        "Int64",
        "Int128",
        "Int256",
        "UInt",
        "UInt8",
        "UInt16",
        "UInt32",
        "UInt64",
        "UInt128",
        "UInt256",
        "Word8",
        "Word16",
        "Word32",
        "Word64",
        "Fix64",
        "UFix64",
        "Path",
        "CapabilityPath",
        "StoragePath",
        "PublicPath",
        "PrivatePath",
        "",
        "",
        "",
        "",
        "",
        "",
        "DeployedContract",
        "",
        "Block",
        "Any",
        "AnyStruct",
        "AnyResource",
        "Type",
        "Never",
        "Number",
        "SignedNumber",
        "Integer",
        "SignedInteger",
        "FixedPoint",
        "SignedFixedPoint",
        "Bytes",
        "Void",
        "Function",
        "Word128",
        "Word256",
        "AnyStructAttachment",
        "AnyResourceAttachment",
        "StorageCapabilityController",
        "AccountCapabilityController",
        "Account",
        "Account.Contracts",
        "Account.Keys",
        "Account.Inbox",
        "Account.StorageCapabilities",
        "Account.AccountCapabilities",
        "Account.Capabilities",
        "Account.Storage",
        "Mutate",
        "Insert",
        "Remove",
        "Identity",
        "Storage",
        "SaveValue",
        "LoadValue",
        "CopyValue",
        "BorrowValue",
        "Contracts",
        "AddContract",
        "UpdateContract",
        "RemoveContract",
        "Keys",
        "AddKey",
        "RevokeKey",
        "Inbox",
        "PublishInboxCapability",
        "UnpublishInboxCapability",
        "ClaimInboxCapability",
        "Capabilities",
        "StorageCapabilities",
        "AccountCapabilities",
        "PublishCapability",
        "UnpublishCapability",
        "GetStorageCapabilityController",
        "IssueStorageCapabilityController",
        "GetAccountCapabilityController",
        "IssueAccountCapabilityController",
        "CapabilitiesMapping",
        "AccountMapping",
        "HashableStruct",
        "FixedSizeUnsignedInteger",
        "Fix128",
        "",
        "UFix128",
        "",
        "Storable",
        "StringBuilder"
    };

    private static final @Nullable CcfType[] TYPES = types();

    private CcfSimpleTypes() {}

    /** The type of this number, or null when it is not known. */
    static @Nullable CcfType of(long number) {
        return number < 0 || number >= TYPES.length ? null : TYPES[(int) number];
    }

    /**
     * The type of this name.
     *
     * @throws IllegalArgumentException when CCF has none
     */
    static CcfType named(String name) {
        int number = Arrays.asList(NAMES).indexOf(name);
        if (number < 0 || name.isEmpty()) {
            throw new IllegalArgumentException("CCF has no type " + name);
        }
        return Objects.requireNonNull(TYPES[number]);
    }

    /** The number of a type that is told by one. */
    static int numberOf(CcfType type) {
        return Arrays.asList(TYPES).indexOf(type);
    }

    private static @Nullable CcfType[] types() {
        @Nullable CcfType[] types = new @Nullable CcfType[NAMES.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = NAMES[i].isEmpty() ? null : type(NAMES[i]);
        }
        return types;
    }

    private static CcfType type(String name) {
        return switch (name) {
            case "StoragePath" -> new CcfType.Path(name, "storage", 1);
            case "PrivatePath" -> new CcfType.Path(name, "private", 2);
            case "PublicPath" -> new CcfType.Path(name, "public", 3);
            // The path of a value is one of the three before.
            case "Path" -> new CcfType.General(name);
            default ->
                    switch (ValueKind.of(name)) {
                        case IntegerType integer -> new CcfType.Whole(integer);
                        case FixedPointType fixed -> new CcfType.Fixed(fixed);
                        case PlainKind plain -> new CcfType.Plain(plain);
                        case null, default -> new CcfType.General(name);
                    };
        };
    }
}
