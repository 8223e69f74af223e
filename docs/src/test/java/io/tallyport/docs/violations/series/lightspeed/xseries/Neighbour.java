package io.tallyport.docs.violations.series.lightspeed.xseries;

public final class Neighbour {}
