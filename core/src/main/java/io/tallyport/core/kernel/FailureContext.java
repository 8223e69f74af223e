package io.tallyport.core.kernel;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about a failed call beside its message.
 *
 * @param operation what was tried, such as {@code inventorySetQuantities}
 * @param connection whose call it was, where a vendor was involved
 * @param vendorStatus the HTTP status, where there was one
 * @param vendorRequestId the vendor's own id of the request, for its support
 * @param code the code to look up
 */
public record FailureContext(
        String operation,
        Optional<ConnectionId> connection,
        OptionalInt vendorStatus,
        Optional<String> vendorRequestId,
        Optional<ErrorCode> code) {

    public static FailureContext of(String operation) {
        return new FailureContext(operation, Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    public FailureContext on(ConnectionId id) {
        return new FailureContext(operation, Optional.of(id), vendorStatus, vendorRequestId, code);
    }

    public FailureContext withStatus(int status) {
        return new FailureContext(operation, connection, OptionalInt.of(status), vendorRequestId, code);
    }

    public FailureContext withRequestId(Optional<String> requestId) {
        return new FailureContext(operation, connection, vendorStatus, requestId, code);
    }

    public FailureContext withCode(ErrorCode errorCode) {
        return new FailureContext(operation, connection, vendorStatus, vendorRequestId, Optional.of(errorCode));
    }
}
