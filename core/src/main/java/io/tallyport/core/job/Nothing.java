package io.tallyport.core.job;

/** The payload of a job that needs none. */
public record Nothing() {}
