package io.tallyport.docs.violations.adapterface.shopify;

import io.tallyport.docs.violations.Violates;

/** A vendor's JSON for everybody. */
@Violates
public record Offender(String shape) {}
