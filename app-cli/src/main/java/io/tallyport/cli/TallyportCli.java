package io.tallyport.cli;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a function: from arguments and streams to an exit code.
 *
 * <p>0 done, 1 failed, 2 not understood, 3 partly done or held for a person.
 */
public final class TallyportCli {

    private static final int HELP_WIDTH = 110;

    private final CliSettings settings;

    public TallyportCli(CliSettings settings) {
        this.settings = settings;
    }

    /**
     * Runs one command; never throws, never ends the process.
     *
     * @param out hears the answer and nothing else
     * @param err hears errors, questions and progress
     * @param in is read for tokens and for answers on a terminal
     */
    public int execute(PrintWriter out, PrintWriter err, InputStream in, String... args) {
        GlobalOptions options = new GlobalOptions();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        CommandLine root = commandLine(new Shell(settings, options, out, err, lines), options);
        root.setOut(out).setErr(err);
        boolean json = Arrays.asList(args).contains("--json");
        root.setParameterExceptionHandler((wrong, given) -> fail(misuse(wrong), json, out, err));
        root.setExecutionExceptionHandler((thrown, command, parsed) -> {
            int exit = fail(Failures.of(thrown), json, out, err);
            if (options.verbose()) {
                thrown.printStackTrace(err);
            }
            return exit;
        });
        root.setExecutionStrategy(parsed -> run(parsed, options));
        int exit = root.execute(new ColonForm(root).rewrite(args));
        out.flush();
        err.flush();
        return exit;
    }

    private static int run(ParseResult parsed, GlobalOptions options) {
        try (LogLevel level = LogLevel.of(options.verbose())) {
            return new CommandLine.RunLast().execute(parsed);
        }
    }

    CommandLine commandLine(Shell shell, GlobalOptions options) {
        CommandLine root = new CommandLine(new RootCommand(options), new CommandFactory(shell));
        Choices.register(root);
        root.setUsageHelpWidth(HELP_WIDTH);
        inOwnOrder(root);
        root.setColorScheme(Help.defaultColorScheme(settings.colours() ? Help.Ansi.ON : Help.Ansi.OFF));
        return root;
    }

    /** Options in the order they are declared, ours of every command last. */
    private static void inOwnOrder(CommandLine command) {
        command.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
        command.getSubcommands().values().forEach(TallyportCli::inOwnOrder);
    }

    private static Failure misuse(ParameterException wrong) {
        String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String action = "see: " + name + " --help";
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            List<String> nearest = unmatched.getSuggestions();
            action = "did you mean " + String.join(" or ", nearest) + "? " + action;
        }
        return Failure.usage(String.valueOf(wrong.getMessage()), action);
    }

    private static int fail(Failure failure, boolean json, PrintWriter out, PrintWriter err) {
        if (json) {
            out.println(Json.write(Map.of(
                    "error",
                    Map.of("code", failure.code(), "message", failure.message(), "action", failure.action()))));
        } else {
            err.println("tallyport: " + failure.line());
        }
        return failure.exit();
    }
}
