/**
 * Durable work: jobs, the queue that keeps them, and the workers that run them. Delivery is at least once, so handlers are
 * idempotent; a job is run by at most one holder of a valid fence.
 */
@NullMarked
package io.tallyport.core.job;

import org.jspecify.annotations.NullMarked;
