package io.tallyport.docs.violations.apps.persistence;

public final class Database {}
