package io.tallyport.docs.violations.sandbox.core;

public final class Neighbour {}
