package io.tallyport.docs.violations.ladder.core.connection;

public final class Neighbour {}
