package io.tallyport.core.doctor;

import java.util.List;

/**
 * Examines a part of an installation. Writes nothing anywhere; a platform that does not answer is a finding, not a failure.
 */
@FunctionalInterface
public interface Examiner {

    /** What was found; empty when all is well. */
    List<Finding> examine();
}
