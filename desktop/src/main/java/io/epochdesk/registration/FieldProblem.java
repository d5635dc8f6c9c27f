package io.epochdesk.registration;

import io.epochdesk.fault.Fault;

import java.util.Map;

/**
 * Why a text cannot be the value of a field.
 *
 * @param kind what is wrong; its sentence stands in {@code text/registration.properties} as {@code
 *     problem.<KIND>}
 * @param facts the facts for the sentence, by placeholder name
 */
public record FieldProblem(Kind kind, Map<String, String> facts) {

    /** What can be wrong. */
    public enum Kind {
        /** Nothing was entered. Facts: none. */
        MISSING,
        /** It is not hexadecimal. Facts: none. */
        NOT_HEX,
        /** It has another length. Facts: expected, found. */
        LENGTH,
        /** It is no point of the curve. Facts: algorithm. */
        NOT_ON_CURVE,
        /** It is no BLS public key: no point of G2, or outside its group. Facts: none. */
        NOT_IN_G2,
        /** It is no BLS signature: no point of G1, or outside its group. Facts: none. */
        NOT_IN_G1,
        /** It has no port, or more than one colon. Facts: none. */
        NO_PORT,
        /** The port is none. Facts: none. */
        PORT,
        /** The host has a character no host name has. Facts: none. */
        HOST,
        /** The host is an IP address. Facts: none. */
        IP_ADDRESS,
        /** It is longer than allowed. Facts: limit. */
        TOO_LONG,
        /** It is no amount of FLOW. Facts: none. */
        NOT_AN_AMOUNT,
        /** It is zero. Facts: none. */
        ZERO,
        /** It is no account address. Facts: none. */
        NOT_AN_ADDRESS,
        /** It is no role with a machine account. Facts: none. */
        ROLE,
        /** It is no algorithm that account keys can use. Facts: none. */
        ALGORITHM,
        /** It is no index, or one comes twice. Facts: none. */
        INDEX,
        /** A line is not what it should be. Facts: line. */
        LINE
    }

    public FieldProblem {
        facts = Map.copyOf(facts);
    }

    static FieldProblem of(Kind kind, String... facts) {
        return new FieldProblem(kind, Fault.facts(facts));
    }
}
