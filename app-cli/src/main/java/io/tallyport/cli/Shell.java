package io.tallyport.cli;

import io.tallyport.core.kernel.Progress;
import io.tallyport.persistence.Database;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.TallyportBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a command works with during one call: its streams, its surroundings, and the way to a started Tallyport. */
final class Shell {

    private final CliSettings settings;
    private final GlobalOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final BufferedReader in;

    Shell(CliSettings settings, GlobalOptions options, PrintWriter out, PrintWriter err, BufferedReader in) {
        this.settings = settings;
        this.options = options;
        this.out = out;
        this.err = err;
        this.in = in;
    }

    /** Answers: as one JSON document where that was asked for, else in words. */
    void answer(Object document, Consumer<Screen> words) {
        if (options.json()) {
            out.println(Json.write(document));
        } else {
            words.accept(screen());
        }
        out.flush();
    }

    /** Says something on the way to the answer; nothing when that is to be JSON. */
    void say(Consumer<Screen> words) {
        if (!options.json()) {
            words.accept(screen());
            out.flush();
        }
    }

    /** Opens the installation that the call is about. */
    Tallyport open() {
        return open(options.data());
    }

    /** Opens the installation under a directory. */
    Tallyport open(Optional<Path> directory) {
        return builder(directory.orElse(defaultData())).start();
    }

    /** Opens the database alone, whatever its schema. */
    Database openDatabase() {
        return builder(dataDirectory()).openDatabase();
    }

    private TallyportBuilder builder(Path directory) {
        return Tallyport.builder()
                .environment(settings.variables())
                .clock(settings.clock())
                .dataDirectory(directory);
    }

    /** Where this installation keeps its files. */
    Path dataDirectory() {
        return options.data().orElse(defaultData());
    }

    private Path defaultData() {
        return settings.home().resolve(".tallyport");
    }

    /** Shows how far a long work has come: on a terminal, on standard error. */
    ProgressDisplay progress() {
        return isAsking() ? new ProgressDisplay(err) : ProgressDisplay.silent();
    }

    /** Runs a long work with its progress shown. */
    <T> T showing(Work<T> work) {
        try (ProgressDisplay display = progress()) {
            return work.run(display);
        }
    }

    /** Something that takes long. */
    interface Work<T> {
        T run(Progress progress);
    }

    /** Whether a person is there to be asked. */
    boolean isAsking() {
        return settings.terminal() && !options.json();
    }

    /** A person's answer, without blanks around; empty at the end of input. */
    String ask(String question) {
        err.print(question + " ");
        err.flush();
        return line().map(String::strip).orElse("");
    }

    /** A word to the person at the terminal, beside the answer. */
    void note(String text) {
        err.println(text);
        err.flush();
    }

    boolean confirms(String question) {
        String answer = ask(question + " [y/N]").toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** The next line of standard input. */
    Optional<String> line() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException failed) {
            throw new UncheckedIOException("standard input cannot be read", failed);
        }
    }

    Map<String, String> variables() {
        return settings.variables();
    }

    Path workingDirectory() {
        return settings.workingDirectory();
    }

    String actor() {
        return settings.actor();
    }

    Clock clock() {
        return settings.clock();
    }

    Stopping stopping() {
        return settings.stopping();
    }

    boolean isJson() {
        return options.json();
    }

    private Screen screen() {
        return new Screen(out, settings.colours() && options.colours());
    }
}
