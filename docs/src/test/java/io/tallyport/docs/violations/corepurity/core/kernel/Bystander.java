package io.tallyport.docs.violations.corepurity.core.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The domain with what it may use. */
public final class Bystander {
    static final Logger LOG = LoggerFactory.getLogger(Bystander.class);
    static final long[] NUMBERS = {1, 2};
}
