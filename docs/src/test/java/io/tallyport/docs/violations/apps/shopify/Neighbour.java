package io.tallyport.docs.violations.apps.shopify;

public final class Neighbour {}
