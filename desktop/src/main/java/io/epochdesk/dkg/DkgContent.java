package io.epochdesk.dkg;

/**
 * What the content of a whiteboard message says, as flow-go writes it ({@code
 * model/messages/dkg.go}).
 *
 * @param kind what the first byte of the data says; never {@link MessageKind#UNPARSABLE}
 * @param secondByte second byte of the data, 0 to 255, or -1 when there is none
 * @param dataSize bytes of data
 * @param instanceId the DKG instance it claims to belong to
 */
record DkgContent(MessageKind kind, int secondByte, int dataSize, String instanceId) {}
