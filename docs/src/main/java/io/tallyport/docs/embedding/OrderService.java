package io.tallyport.docs.embedding;

import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.JobWorker;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Outcome;
import io.tallyport.runtime.QueueStaff;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.queue.JsonJobCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A service that keeps orders in a table of its own and confirms each by mail, with Tallyport's queue inside it.
 *
 * <p>The table stands in the database that the queue uses, so an order and its job commit or vanish together.
 */
public final class OrderService implements AutoCloseable {

    /** What has to be known to confirm an order. */
    public record Confirmation(String order, String address) {}

    /** Stored with each job: name and form never change without a new version. */
    private static final JobType<Confirmation> CONFIRMATIONS =
            JobType.of("order-confirmation", 1, JsonJobCodec.of(Confirmation.class, 1));

    private final Tallyport tallyport;
    private final JobWorker worker;
    private final Thread working;
    private final Mail mail;

    /** Starts on the embedded database in {@code dataDirectory}, with a worker in this process. */
    public OrderService(Path dataDirectory, Mail mail) {
        this.mail = mail;
        tallyport = Tallyport.builder()
                .dataDirectory(dataDirectory)
                .job(CONFIRMATIONS, this::confirm)
                .start();
        worker = tallyport.queue().staff().hire(QueueStaff.Contract.of("1.0")).worker();
        working = new Thread(worker::run, "worker");
        working.start();
    }

    /** Stores an order on the caller's connection, in the caller's transaction; the mail goes out after its commit. */
    public void place(Connection connection, String order, String address) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO shop_orders (id) VALUES (?)")) {
            insert.setString(1, order);
            insert.executeUpdate();
        }
        NewJob job = NewJob.of(CONFIRMATIONS, new Confirmation(order, address))
                .withIdentity("order-confirmation:" + order, Identity.OnWaiting.IGNORE);
        tallyport.jobsIn(connection).enqueue(job);
    }

    /** Called after the caller's commit: wakes the worker; without it, it looks within a second. */
    public void committed() {
        tallyport.queue().wake();
    }

    /** Runs at least once for each order; the key lets the mail server drop what it has sent already. */
    private Outcome confirm(Confirmation confirmation, JobContext context) {
        context.assertHeld();
        mail.send(confirmation.address(), "order " + confirmation.order(), "key " + confirmation.order());
        return Outcome.done();
    }

    /** Lets the worker finish what it has begun. */
    @Override
    public void close() throws InterruptedException {
        worker.stop();
        working.join();
        tallyport.close();
    }

    /** Sends mails. */
    @FunctionalInterface
    public interface Mail {

        /** Sends one, unless one with this key has been sent. */
        void send(String address, String subject, String key);
    }
}
