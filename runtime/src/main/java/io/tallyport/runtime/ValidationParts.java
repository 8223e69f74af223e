package io.tallyport.runtime;

import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.ValidationReports;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out to compare the two ends of a route.
 *
 * @param validate compares what both have and show
 * @param reports what that found
 */
public record ValidationParts(ValidateRoute validate, ValidationReports reports) {

    @Inject
    public ValidationParts {}
}
