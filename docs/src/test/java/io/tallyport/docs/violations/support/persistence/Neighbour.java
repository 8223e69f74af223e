package io.tallyport.docs.violations.support.persistence;

public final class Neighbour {}
