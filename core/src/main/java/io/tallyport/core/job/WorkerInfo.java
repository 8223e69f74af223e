package io.tallyport.core.job;

/**
 * Who a worker is.
 *
 * @param name what people call it
 * @param host where it runs
 * @param version of the program
 */
public record WorkerInfo(String name, String host, String version) {}
