package io.tallyport.shopify;

import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.SetOutcome;
import io.tallyport.core.inventory.SetOutcome.LineProblem;
import io.tallyport.core.inventory.SetOutcome.Status;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.StockWrite;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.PortException.FieldProblem;
import io.tallyport.remote.Problem;
import java.util.List;

/**
 * Sets and activates levels, each under an idempotency key on the mutation's field.
 *
 * <p>Rests on shopify.dev docs/api/admin-graphql/2026-07/mutations/inventorySetQuantities and inventoryActivate. A stale
 * compare refuses the whole call. When an earlier sending of the same call lost its answer, a stale compare proves
 * nothing, since the write may itself have moved the levels: that is an unknown outcome.
 */
final class ShopifyInventorySink implements InventorySink {

    private final ShopifyClient client;
    private final LocationGuard locations;

    ShopifyInventorySink(ShopifyClient client) {
        this.client = client;
        this.locations = new LocationGuard(client.connection());
    }

    @Override
    public int maxLines() {
        return PageSize.LARGEST;
    }

    @Override
    public SetOutcome set(StockWrite write, String key) {
        List<LineProblem> impossible = ImpossibleLines.of(write);
        if (!impossible.isEmpty()) {
            return SetOutcome.refused(impossible);
        }
        int lines = write.lines().size();
        return client.write(
                Document.SET_QUANTITIES,
                new SetInput.Variables(SetInput.of(write), key),
                answer -> answer.keySpent() ? SetOutcome.of(Status.KEY_SPENT) : outcome(answer, lines));
    }

    private SetOutcome outcome(KeyedAnswer answer, int lines) {
        SetOutcome outcome = SetOutcomes.of(answer.data(Wire.SetData.class).inventorySetQuantities(), lines);
        if (!answer.afterLoss()) {
            return outcome;
        }
        return switch (outcome.status()) {
            case STALE ->
                throw new PortException.UnknownOutcome(
                        FailureContext.of(Document.SET_QUANTITIES.operation())
                                .on(client.connection())
                                .withCode(ShopifyErrors.STALE_AFTER_LOSS),
                        "an earlier sending lost its answer, and the repetition is stale",
                        null);
            case UNCHANGED -> SetOutcome.of(Status.APPLIED);
            default -> outcome;
        };
    }

    @Override
    public StockLevel activate(ExternalId location, ExternalId item, String key) {
        locations.check(Document.ACTIVATE, location);
        if (!Gid.INVENTORY_ITEM.fits(item)) {
            throw locations.rejected(
                    Document.ACTIVATE, ShopifyErrors.UNKNOWN_ITEM, "no inventory item has the id \"" + item + "\"");
        }
        return client.write(
                Document.ACTIVATE,
                new Queries.Activate(item.value(), location.value(), key),
                ShopifyInventorySink::activated);
    }

    /** User errors beside an active level say that it was active already. */
    private static StockLevel activated(KeyedAnswer answer) {
        if (answer.keySpent()) {
            throw Problem.of(Problem.Kind.REJECTED, "an earlier try under the same key failed", ShopifyErrors.KEY_SPENT)
                    .asException();
        }
        Wire.ActivatePayload payload = answer.data(Wire.ActivateData.class).inventoryActivate();
        Wire.Level level = payload.inventoryLevel();
        if (level != null && level.item() != null && level.active()) {
            return StockMapper.level(level.item(), "", level);
        }
        throw refused(payload.userErrors()).asException();
    }

    private static Problem refused(List<Wire.UserError> errors) {
        if (errors.isEmpty()) {
            return Problem.unreadable("neither an active level nor an error came back")
                    .withCode(ShopifyErrors.UNREADABLE);
        }
        Wire.UserError first = errors.get(0);
        return Problem.of(
                        Problem.Kind.REJECTED,
                        first.message(),
                        switch (first.path()) {
                            case "inventoryItemId" -> ShopifyErrors.UNKNOWN_ITEM;
                            case "locationId" -> ShopifyErrors.UNKNOWN_LOCATION;
                            default -> ShopifyErrors.INVALID_DATA;
                        })
                .withFields(errors.stream()
                        .map(error -> new FieldProblem(error.path(), error.message()))
                        .toList());
    }
}
