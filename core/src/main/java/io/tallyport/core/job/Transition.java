package io.tallyport.core.job;

import java.time.Instant;

/**
 * One step in a job's life.
 *
 * @param to the state it came to
 * @param by the worker's name, or the person's
 * @param attempt which try it belonged to, 0 before the first
 * @param reason a word, such as {@code transient}; empty when there is nothing to say
 */
public record Transition(Instant at, JobState to, String by, int attempt, String reason, String message) {}
