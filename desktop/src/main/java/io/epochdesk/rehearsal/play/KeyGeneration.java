package io.epochdesk.rehearsal.play;

import java.util.List;

/** The cryptography of one DKG: real up to mainnet's size, made up beyond. */
interface KeyGeneration {

    /** The content of a dealer's message with its verification vector. */
    String vector(int dealer, String instanceId);

    /** The content of a complaint. */
    String complaint(int complainer, int dealer);

    /** The content of an answer, which tells the share. */
    String answer(int dealer, int complainer);

    /** What follows from these dealers' vectors, group key first, then every node's key; hex. */
    List<String> keys(List<Integer> qualified);
}
