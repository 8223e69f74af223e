package io.tallyport.docs.violations.shopify.runtime;

public final class Neighbour {}
