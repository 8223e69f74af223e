package io.tallyport.benchmarks;

import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.kernel.Progress;
import io.tallyport.runtime.Tallyport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One process that applies one plan: starts, says that it is ready, waits for a line, applies, says how it went. */
final class ApplyWorker {

    static final String READY = "ready";

    private ApplyWorker() {}

    /** Data directory and plan file. */
    public static void main(String[] args) throws IOException {
        BufferedReader go = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Tallyport tallyport =
                Tallyport.builder().dataDirectory(Path.of(args[0])).start()) {
            System.out.println(READY);
            String word = go.readLine();
            if (word == null) {
                throw new IllegalStateException("the harness has gone");
            }
            ApplyStockPlan.Result result = tallyport
                    .applyStockPlan()
                    .apply(new ApplyStockPlan.Request(Path.of(args[1]), false, 0, "benchmark"), Progress.NONE);
            System.out.println(result.run().state() + " " + result.run().counts() + " "
                    + result.run().message());
        }
    }
}
