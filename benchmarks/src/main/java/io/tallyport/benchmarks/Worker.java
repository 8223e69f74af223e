package io.tallyport.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that runs a main class of this module and is spoken to line by line. */
final class Worker implements AutoCloseable {

    private final Process process;
    private final BufferedReader from;
    private final Writer to;

    private Worker(Process process) {
        this.process = process;
        this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.to = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts it with the class path and the environment of this one. */
    static Worker start(Class<?> main, String memory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new Worker(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void say(String line) {
        try {
            to.write(line + "\n");
            to.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String hear() {
        try {
            String line = from.readLine();
            if (line == null) {
                throw new IllegalStateException("a worker ended without a word; its errors are above");
            }
            return line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
