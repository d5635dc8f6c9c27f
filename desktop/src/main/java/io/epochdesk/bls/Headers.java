package io.epochdesk.bls;

import io.epochdesk.bls.BadEncodingException.Reason;

/** The three header bits of a point's first byte, and the lengths. */
final class Headers {

    static final int COMPRESSED = 0x80;
    static final int INFINITY = 0x40;
    static final int ALL = 0xE0;

    private Headers() {}

    /** Refuses another length, uncompressed points and infinity. */
    static void check(byte[] bytes, int size) throws BadEncodingException {
        checkForm(bytes, size);
        if (isInfinity(bytes)) {
            throw new BadEncodingException(
                    isPadded(bytes, size) ? Reason.INFINITY : Reason.NOT_CANONICAL);
        }
    }

    static void checkForm(byte[] bytes, int size) throws BadEncodingException {
        if (bytes.length != size) {
            throw new BadEncodingException(Reason.WRONG_LENGTH);
        }
        if ((bytes[0] & COMPRESSED) == 0) {
            throw new BadEncodingException(Reason.BAD_FORM);
        }
    }

    /** Refuses what blst could not uncompress, with its reason. */
    static void checkUncompressed(int error) throws BadEncodingException {
        switch (error) {
            case Blst.SUCCESS -> {}
            case Blst.BAD_ENCODING -> throw new BadEncodingException(Reason.NOT_CANONICAL);
            // the one point it can tell from its x alone: x = 0
            case Blst.NOT_IN_GROUP -> throw new BadEncodingException(Reason.NOT_IN_GROUP);
            default -> throw new BadEncodingException(Reason.NOT_ON_CURVE);
        }
    }

    static boolean isInfinity(byte[] bytes) {
        return (bytes[0] & INFINITY) != 0;
    }

    /** Whether infinity is written with nothing but zeros in the first {@code size} bytes. */
    static boolean isPadded(byte[] bytes, int size) {
        int rest = bytes[0] & 0x3F;
        for (int i = 1; i < size; i++) {
            rest |= bytes[i];
        }
        return rest == 0;
    }
}
