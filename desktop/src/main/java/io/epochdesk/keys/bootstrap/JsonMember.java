package io.epochdesk.keys.bootstrap;

/**
 * One member of a JSON object, by where its value stands.
 *
 * @param name as it is written
 * @param nameBegin of the name, at its quotation mark
 * @param nameEnd after the name, behind its quotation mark
 * @param begin of the value
 * @param end after the value
 */
record JsonMember(String name, int nameBegin, int nameEnd, int begin, int end) {}
