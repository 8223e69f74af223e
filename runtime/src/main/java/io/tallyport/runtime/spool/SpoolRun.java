package io.tallyport.runtime.spool;

/**
 * Where ordered rows lie in a spool's file.
 *
 * @param number in the order of their coming
 */
record SpoolRun(int number, long from, long to) {}
