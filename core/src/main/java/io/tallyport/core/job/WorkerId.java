package io.tallyport.core.job;

/**
 * Names one life of one worker process: a worker that is started again is another.
 *
 * @param value the database's number
 */
public record WorkerId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
