/**
 * A stand-in for the RLP library flow-jvm-sdk was built against, which no public Maven repository
 * has.
 *
 * <p>flow-jvm-sdk 0.3.0 calls one method and reads one annotation of it; both are written here
 * anew, from the RLP specification (Ethereum wiki, "RLP"). Nothing else may use this package.
 */
@NullMarked
package org.tdf.rlp;

import org.jspecify.annotations.NullMarked;
