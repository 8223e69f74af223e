package io.tallyport.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tallyport.remote.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of bulk operations on the wire.
 *
 * <p>Rests on shopify.dev docs/api/usage/bulk-operations/queries and objects/BulkOperation.
 */
final class BulkWire {

    private static final JsonMapper MAPPER = ShopifyClient.MAPPER;

    private BulkWire() {}

    /** What is to be done about an operation. */
    enum State {
        /** It may still come to its end; so may one whose status is not known yet. */
        UNDERWAY,
        DONE,
        /** It will not come to a good end, or its result is gone. */
        LOST
    }

    /**
     * A bulk operation.
     *
     * @param rootObjectCount as text, how many rows without a parent its file holds; our query makes no others
     * @param url of the file, which is open to whoever knows it; null as long as there is none, and when it has no rows
     */
    record Operation(
            String id,
            String status,
            @Nullable String errorCode,
            @Nullable String rootObjectCount,
            @Nullable String url) {
        Operation {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(status, "status");
        }

        State state() {
            return switch (status) {
                case "COMPLETED" -> State.DONE;
                case "FAILED", "CANCELED", "EXPIRED" -> State.LOST;
                default -> State.UNDERWAY;
            };
        }

        /** How many rows its file holds. */
        long rows() {
            if (rootObjectCount == null || !rootObjectCount.matches("[0-9]{1,18}")) {
                throw ShopifyClient.unreadable("a bulk operation without its counts");
            }
            return Long.parseLong(rootObjectCount);
        }

        boolean isDenied() {
            return "ACCESS_DENIED".equals(errorCode);
        }

        /** Not the link: it would open the file to whoever reads a log. */
        @Override
        public String toString() {
            return id + " " + status + (errorCode == null ? "" : " " + errorCode);
        }
    }

    record Created(String id) {
        Created {
            Objects.requireNonNull(id, "id");
        }
    }

    record RunPayload(@Nullable Created bulkOperation, List<Wire.UserError> userErrors) {
        RunPayload {
            Objects.requireNonNull(userErrors, "userErrors");
        }
    }

    record RunData(RunPayload bulkOperationRunQuery) {
        RunData {
            Objects.requireNonNull(bulkOperationRunQuery, "bulkOperationRunQuery");
        }
    }

    record StatusData(@Nullable Operation bulkOperation) {

        /** The operation, whose counts can be read once it is done. */
        Optional<Operation> operation() {
            Optional<Operation> found = Optional.ofNullable(bulkOperation);
            found.filter(one -> one.state() == State.DONE).ifPresent(Operation::rows);
            return found;
        }
    }

    /**
     * The variant of one line; empty for a line that belongs to another one, of which the query makes none, and for a
     * blank one.
     */
    static Optional<Wire.Variant> variant(byte[] line) {
        try {
            JsonNode row = MAPPER.readTree(line);
            if (row.isMissingNode() || row.hasNonNull("__parentId")) {
                return Optional.empty();
            }
            return Optional.of(MAPPER.treeToValue(row, Wire.Variant.class));
        } catch (JsonProcessingException e) {
            throw Problem.unreadable("a line of the file is not what was asked for: " + e.getOriginalMessage())
                    .withCode(ShopifyErrors.UNREADABLE)
                    .asException();
        } catch (IOException e) {
            throw ShopifyClient.unreadable("a line of the file cannot be read");
        }
    }
}
