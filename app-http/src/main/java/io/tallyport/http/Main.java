package io.tallyport.http;

import io.tallyport.core.kernel.PortException;
import io.tallyport.runtime.Signals;
import io.tallyport.runtime.Tallyport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Where the HTTP app starts: opens the installation, listens, and ends in good order when it is told to. */
public final class Main {

    private static final int OK = 0;
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        System.exit(run(List.of(args), out, err));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int run(List<String> args, PrintStream out, PrintStream err) throws InterruptedException {
        if (args.contains("--help")) {
            out.print(HttpOptions.USAGE);
            return OK;
        }
        HttpOptions options;
        try {
            options = HttpOptions.parse(args, Path.of(System.getProperty("user.home")));
        } catch (IllegalArgumentException wrong) {
            err.println("tallyport-http: " + wrong.getMessage());
            err.print(HttpOptions.USAGE);
            return USAGE;
        }
        try {
            serve(options, out);
            return OK;
        } catch (PortException failed) {
            err.println("tallyport-http: " + failed.describe());
        } catch (IllegalArgumentException | IllegalStateException failed) {
            err.println("tallyport-http: " + failed.getMessage());
        }
        return FAILURE;
    }

    private static void serve(HttpOptions options, PrintStream out) throws InterruptedException {
        try (Tallyport tallyport =
                        Tallyport.builder().dataDirectory(options.data()).start();
                HttpApp app = HttpApp.start(tallyport, options)) {
            CountDownLatch stopped = new CountDownLatch(1);
            if (!Signals.atFirst(stopped::countDown)) {
                Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stopping"));
            }
            out.println("tallyport-http listens on http://" + options.host() + ":" + app.port());
            stopped.await();
        }
    }
}
