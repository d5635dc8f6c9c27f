/**
 * Flow's BLS on the curve BLS12-381: points and scalars as Flow writes them, hash to curve, keys,
 * signatures, proofs of possession, and the joint-Feldman key generation that consensus nodes run
 * on FlowDKG's whiteboard: dealing, judging the dealers, recomputing the keys.
 *
 * <p>Signatures lie in G1 (48 bytes), public keys in G2 (96 bytes), secrets are scalars (32 bytes).
 * Whatever comes from elsewhere is refused with a {@link io.epochdesk.bls.BadEncodingException}
 * that says why; a point that exists as an object is on its curve and in its group.
 *
 * <p>Not in here: no network, no files, no words, no clock, no threads of its own (long work is
 * spread over the caller's fork-join pool). The arithmetic is blst's, reached in {@link
 * io.epochdesk.bls.Blst} alone. Sources of the facts: onflow/crypto ({@code bls.go}, {@code
 * bls12381_utils.c}, {@code dkg_feldmanvssq.go}, {@code dkg_jointfeldman.go}), flow-go ({@code
 * module/dkg/broker.go}, {@code model/messages/dkg.go}), draft-irtf-cfrg-bls-signature-05, RFC
 * 9380.
 */
@NullMarked
package io.epochdesk.bls;

import org.jspecify.annotations.NullMarked;
