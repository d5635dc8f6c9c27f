package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

/** The reading of one CCF message: where it stands, and the types it told at its beginning. */
final class CcfReading {

    private final CborReader cbor;
    private final CcfNumbers numbers;
    private final CcfTypeReader types;

    /**
     * @param types reads further types, knowing those told already
     */
    CcfReading(CborReader cbor, CcfTypeReader types, Limits limits) {
        this.cbor = cbor;
        this.numbers = new CcfNumbers(cbor, limits.digits());
        this.types = types;
    }

    CborReader cbor() {
        return cbor;
    }

    CcfNumbers numbers() {
        return numbers;
    }

    /** A type and a value of it, one behind the other. */
    CadenceValue typeAndValue() {
        cbor.arrayOf(2, "a type with its value");
        cbor.enter();
        CadenceValue value = types.type().read(this);
        cbor.leave();
        return value;
    }

    /** A type that is a value itself, or nil. */
    @Nullable CadenceType typeValue() {
        if (cbor.nil()) {
            return null;
        }
        return CcfTypeTeller.told(CcfTypeReader.ofValues(cbor).type(), cbor);
    }

    /** The type of a function, which is all that is written of it. */
    CadenceType functionType() {
        return CcfTypeTeller.told(CcfTypeReader.ofValues(cbor).function(), cbor);
    }
}
