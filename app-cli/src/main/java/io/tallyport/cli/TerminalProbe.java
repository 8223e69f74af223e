package io.tallyport.cli;

import java.io.Console;

/** Finds out whether input and output are a person's terminal. */
final class TerminalProbe {

    private TerminalProbe() {}

    /** Since Java 22 there is a console without a terminal too, which then says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
