package io.tallyport.docs.violations.apps.cli;

import io.tallyport.docs.violations.apps.persistence.Database;

/** An app that asks the facade. */
public final class Bystander {
    static final Database FACADE = new Database();
}
