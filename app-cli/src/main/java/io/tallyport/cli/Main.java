package io.tallyport.cli;

import io.tallyport.runtime.Signals;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Where the program starts: hands the process's streams to the command line and ends with its answer. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exit = new TallyportCli(CliSettings.ofProcess(Main::untilStopped)).execute(out, err, System.in, args);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** UTF-8 whatever the locale says: the terminals of today read it, and files are the same everywhere. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    private static void untilStopped(Runnable close) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Runnable stop = () -> {
            close.run();
            closed.countDown();
        };
        if (!Signals.atFirst(stop)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stop, "stopping"));
        }
        closed.await();
    }
}
