package io.tallyport.sandbox.shopify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A bulk operation as it stood when it was looked at. */
record BulkOperation(
        BulkJob job, Instant createdAt, String status, Optional<BulkResult> result, Optional<Instant> doneAt)
        implements Node {

    @Override
    public String gid() {
        return Gid.of("BulkOperation", job.asked().number());
    }

    private Optional<BulkResult> outcome() {
        return result.filter(any -> status.equals("COMPLETED") || status.equals("FAILED") || status.equals("EXPIRED"));
    }

    Optional<Instant> completedAt() {
        return doneAt.filter(any -> status.equals("CANCELED") || outcome().isPresent())
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** While it runs, what is written so far is not told. */
    long objects() {
        return outcome().map(BulkResult::objects).orElse(0L);
    }

    long roots() {
        return outcome().map(BulkResult::roots).orElse(0L);
    }

    Optional<Long> fileSize() {
        return outcome().filter(any -> any.objects() > 0).map(BulkResult::bytes);
    }

    Optional<String> errorCode() {
        return outcome().flatMap(BulkResult::errorCode);
    }

    /** Null when there are no rows. */
    Optional<String> url() {
        return status.equals("COMPLETED") ? link() : Optional.empty();
    }

    Optional<String> partialDataUrl() {
        return status.equals("FAILED") ? link() : Optional.empty();
    }

    private Optional<String> link() {
        return result.filter(any -> any.objects() > 0)
                .flatMap(any -> doneAt)
                .map(done -> StorageHost.link(job.asked().host(), job.asked().number(), done.plus(BulkJob.KEPT)));
    }
}
