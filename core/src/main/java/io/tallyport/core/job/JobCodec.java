package io.tallyport.core.job;

/**
 * Writes the payloads of a job type and reads them, also those of older versions.
 *
 * @param <T> the payload
 */
public interface JobCodec<T> {

    /** The payload in the type's current version. */
    String encode(T payload);

    /**
     * The payload from any version that was ever enqueued.
     *
     * @throws IllegalArgumentException when it cannot be read, with where and why; the job is dead then
     */
    T decode(int version, String payload);
}
