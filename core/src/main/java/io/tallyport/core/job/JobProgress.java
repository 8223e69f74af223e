package io.tallyport.core.job;

/**
 * How far a job is.
 *
 * @param fence of the claim that tells it
 * @param done of {@code total}; 0 of 0 when it cannot say
 * @param message for a person
 */
public record JobProgress(JobId id, long fence, long done, long total, String message) {}
