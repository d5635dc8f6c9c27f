package io.epochdesk.cli;

import io.epochdesk.cadence.FlowAddress;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An account address on the command line, all of its 16 digits. */
final class AddressConverter implements ITypeConverter<FlowAddress> {

    @Override
    public FlowAddress convert(String text) {
        if (!text.matches("(0[xX])?[0-9a-fA-F]{16}")) {
            throw new TypeConversionException("an address has 16 hex digits");
        }
        return FlowAddress.of(text);
    }
}
