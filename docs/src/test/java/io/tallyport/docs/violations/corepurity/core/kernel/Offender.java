package io.tallyport.docs.violations.corepurity.core.kernel;

import com.tngtech.archunit.core.domain.JavaClass;
import io.tallyport.docs.violations.Violates;

/** The domain with a library in it. */
@Violates
public interface Offender {

    JavaClass[] library();
}
