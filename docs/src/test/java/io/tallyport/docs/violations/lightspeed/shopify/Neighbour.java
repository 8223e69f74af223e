package io.tallyport.docs.violations.lightspeed.shopify;

public final class Neighbour {}
