package io.tallyport.docs.violations.apps.cli;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.apps.persistence.Table;

/** An app that reaches into the database. */
@Violates
public final class SecondOffender {
    static final Table SEEN = new Table();
}
