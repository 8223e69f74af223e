package io.tallyport.cli;

import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one place that turns exceptions into what a person reads. */
final class Failures {

    /** A database's message may hold a whole statement. */
    private static final int LONGEST = 500;

    private Failures() {}

    static Failure of(Throwable thrown) {
        if (thrown instanceof PortException failed) {
            return ofPort(failed);
        }
        if (thrown instanceof IllegalArgumentException refused && refused.getMessage() != null) {
            return new Failure("REFUSED", refused.getMessage(), "", ExitCode.FAILURE);
        }
        if (thrown instanceof UncheckedIOException failed) {
            return new Failure("IO", shortened(failed.getMessage() + ": " + failed.getCause()), "", ExitCode.FAILURE);
        }
        return new Failure(
                "UNEXPECTED",
                "something unexpected went wrong: " + thrown.getClass().getSimpleName(),
                "run the same with --verbose to see where, and report it",
                ExitCode.FAILURE);
    }

    private static Failure ofPort(PortException failed) {
        Optional<ErrorCode> code = failed.context().code();
        boolean held = code.filter(PlanErrors.HELD::equals).isPresent();
        return new Failure(
                code.map(ErrorCode::code).orElse(failed.kind().name()),
                shortened(describe(failed, code) + problems(failed)),
                code.map(known -> action(known, failed)).orElse(""),
                held ? ExitCode.PARTIAL : ExitCode.FAILURE);
    }

    /** What to do, with the connection that it is about in place of any. */
    private static String action(ErrorCode code, PortException failed) {
        return failed.context()
                .connection()
                .map(connection -> code.action().replaceAll("\\bNAME\\b", connection.toString()))
                .orElse(code.action());
    }

    /** The whole line without the action, which is told apart. */
    private static String describe(PortException failed, Optional<ErrorCode> code) {
        String line = failed.describe();
        String tail = code.map(known -> ": " + known.action()).orElse("");
        return line.endsWith(tail) ? line.substring(0, line.length() - tail.length()) : line;
    }

    private static String shortened(String message) {
        String line = message.replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String problems(PortException failed) {
        if (!(failed instanceof PortException.Rejected rejected)
                || rejected.problems().isEmpty()) {
            return "";
        }
        return rejected.problems().stream()
                .map(problem -> problem.field() + ": " + problem.message())
                .collect(Collectors.joining("; ", " [", "]"));
    }
}
