package io.tallyport.core.inventory;

/** What merges keep beside what every apply keeps. */
public record MergeStores(MergeLevels levels, OpenWrites open) {}
