package io.tallyport.core.job;

/**
 * Names one job.
 *
 * @param value the database's number; on a cluster, numbers are interleaved and say nothing about the order
 */
public record JobId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
