package io.tallyport.shopify;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException.FieldProblem;
import io.tallyport.remote.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Starts bulk operations and asks after them.
 *
 * <p>The mutation that starts one only reads the shop. It is repeated when its answer is lost: the operation that may
 * be running then changes nothing, and leaves one of the app's five places free when it is done.
 */
final class BulkOperations {

    /** All places are taken: five for each app and shop since 2026-01, one before. */
    private static final Set<String> BUSY = Set.of("OPERATION_IN_PROGRESS", "LIMIT_REACHED");

    /** Stands in the document where the location's id belongs, since a bulk query has no variables. */
    private static final String ANY_LOCATION = "gid://shopify/Location/0";

    private final ShopifyClient client;

    BulkOperations(ShopifyClient client) {
        this.client = client;
    }

    /**
     * Starts to read the levels at {@code location}, whose id has been checked for its shape.
     *
     * @return the operation's id; empty when the shop has no place for another operation now
     */
    Optional<String> start(ExternalId location) {
        String query = Document.BULK_LEVELS.text().replace(ANY_LOCATION, location.value());
        return client.read(
                Document.BULK_RUN,
                new Queries.BulkRun(query),
                BulkWire.RunData.class,
                data -> started(data.bulkOperationRunQuery()));
    }

    private static Optional<String> started(BulkWire.RunPayload payload) {
        List<Wire.UserError> errors = payload.userErrors();
        if (errors.stream().anyMatch(error -> BUSY.contains(String.valueOf(error.code())))) {
            return Optional.empty();
        }
        if (!errors.isEmpty()) {
            throw Problem.of(
                            Problem.Kind.MISUNDERSTOOD,
                            "the bulk query was refused: " + errors.get(0).message(),
                            ShopifyErrors.NOT_UNDERSTOOD)
                    .withFields(errors.stream()
                            .map(error -> new FieldProblem(error.path(), error.message()))
                            .toList())
                    .asException();
        }
        BulkWire.Created created = payload.bulkOperation();
        if (created == null || !Gid.BULK_OPERATION.fits(new ExternalId(created.id()))) {
            throw ShopifyClient.unreadable("neither a bulk operation nor an error came back");
        }
        return Optional.of(created.id());
    }

    /** The operation as it is now; empty when the shop does not know it, or no longer. */
    Optional<BulkWire.Operation> find(String id) {
        return client.read(
                Document.BULK_STATUS,
                new Queries.BulkStatus(id),
                BulkWire.StatusData.class,
                BulkWire.StatusData::operation);
    }
}
