package io.tallyport.docs.violations.runtime.sandbox;

public final class Neighbour {}
