package io.epochdesk.keys.bootstrap;

/**
 * One member of a JSON object, by where its value stands.
 *
 * @param name as it is written
 * @param begin of the value
 * @param end after the value
 */
record JsonMember(String name, int begin, int end) {}
