package io.tallyport.remote;

import io.tallyport.core.connection.Secret;
import java.util.Map;
import java.util.Optional;

/** Looks at what a platform sent back with a code, before the code is used. */
@FunctionalInterface
public interface AnswerCheck {

    /** Takes anything. */
    AnswerCheck NONE = (answer, clientSecret) -> Optional.empty();

    /**
     * What is wrong with it, in words without a secret; empty when all is well.
     *
     * @param answer the parameters of the address; the code alone when a person carried it over by hand
     */
    Optional<String> problem(Map<String, String> answer, Secret clientSecret);
}
