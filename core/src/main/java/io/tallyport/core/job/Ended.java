package io.tallyport.core.job;

/**
 * A try that is over, to be settled.
 *
 * @param nanos how long it took
 */
record Ended(HeldJob held, Settlement settlement, long nanos) {}
