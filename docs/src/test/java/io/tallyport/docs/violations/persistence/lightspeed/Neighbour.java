package io.tallyport.docs.violations.persistence.lightspeed;

public final class Neighbour {}
