package io.tallyport.runtime;

import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.kernel.PortException;
import io.tallyport.runtime.queue.JsonJobCodec;
import java.nio.file.Path;
import java.util.Random;

/** Enqueues large jobs in a process of its own until that does not work any more, and says how far it came. */
final class EnqueueInChild {

    static final String STORED = "stored ";
    static final String REFUSED = "refused: ";

    private static final int LENGTH = 20_000;
    private static final int ENOUGH = 2_000;

    /** @param text much of it */
    record Bulk(String text) {}

    static final JobType<Bulk> BULKS = JobType.of("bulk", 1, JsonJobCodec.of(Bulk.class, 1));

    private EnqueueInChild() {}

    public static void main(String[] args) {
        Tallyport tallyport = Tallyport.builder()
                .dataDirectory(Path.of(args[0]))
                .job(BULKS, (bulk, context) -> Outcome.done())
                .start();
        try {
            for (int i = 1; i <= ENOUGH; i++) {
                // What is all the same would be packed into next to nothing.
                String text = new Random(i)
                        .ints(LENGTH, 'a', 'z')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                tallyport.queue().jobs().enqueue(NewJob.of(BULKS, new Bulk(text)));
                System.out.println(STORED + i);
            }
        } catch (PortException refused) {
            System.out.println(REFUSED + refused.describe());
        }
        // Without a word to the database, which may not be able to say goodbye either.
        Runtime.getRuntime().halt(0);
    }
}
