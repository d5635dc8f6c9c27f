package io.epochdesk.app;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** What the process's standard error is. */
final class Terminal {

    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /**
     * Whether standard error is a terminal. Java tells so only of standard input and output
     * together, so the system is asked: {@code isatty} of POSIX, {@code _isatty} of Windows. One
     * that has neither is taken to have none.
     */
    @SuppressWarnings("restricted")
    static boolean isStandardError() {
        Linker linker = Linker.nativeLinker();
        SymbolLookup system = linker.defaultLookup();
        Optional<MemorySegment> isatty = system.find("isatty").or(() -> system.find("_isatty"));
        if (isatty.isEmpty()) {
            return false;
        }
        MethodHandle asked =
                linker.downcallHandle(
                        isatty.get(),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            return (int) asked.invokeExact(STANDARD_ERROR) != 0;
        } catch (Throwable e) {
            throw new IllegalStateException("isatty throws nothing", e);
        }
    }
}
