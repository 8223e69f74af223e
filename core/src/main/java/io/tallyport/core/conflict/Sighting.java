package io.tallyport.core.conflict;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.time.Instant;
import java.util.Optional;

/**
 * A row as it was when it could not be decided without a person.
 *
 * @param key what people call it, as in the plan
 * @param acknowledged the figure both sides were last known to agree on
 * @param local the source's figure
 * @param remote the target's figure
 * @param desired what the target's figure should have become
 * @param plan the plan that saw it: one plan counts once
 * @param detail what happened, in words; may be empty
 */
public record Sighting(
        RouteId route,
        ConflictKind kind,
        String key,
        String title,
        Optional<ExternalId> sourceItem,
        ExternalId targetItem,
        Optional<Quantity> acknowledged,
        Optional<Quantity> local,
        Optional<Quantity> remote,
        Optional<Quantity> desired,
        String plan,
        Instant at,
        String detail) {}
