package io.tallyport.docs.violations.nullmarked.core.history;

public final class Bystander {}
