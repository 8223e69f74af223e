package io.tallyport.docs.violations.nullmarked.core.catalog;

import io.tallyport.docs.violations.Violates;

/** A class in a package whose package-info says nothing about nulls. */
@Violates
public final class SecondOffender {}
