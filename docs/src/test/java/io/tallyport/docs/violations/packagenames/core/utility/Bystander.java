package io.tallyport.docs.violations.packagenames.core.utility;

public final class Bystander {}
