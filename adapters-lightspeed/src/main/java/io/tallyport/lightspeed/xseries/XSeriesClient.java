package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.Answer;
import io.tallyport.remote.CallSpec;
import io.tallyport.remote.RemoteCalls;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/** Talks to one store. Every call is a read, by whatever HTTP verb, but for the one that says so. Thread-safe. */
final class XSeriesClient {

    private static final int OVERLOADED = 503;

    private final XSeriesApi api;
    private final RemoteCalls calls;
    private final XSeriesUrls urls;
    private final ConnectionId connection;

    XSeriesClient(XSeriesApi api, RemoteCalls calls, XSeriesUrls urls, ConnectionId connection) {
        this.api = api;
        this.calls = calls;
        this.urls = urls;
        this.connection = connection;
    }

    <R> R get(
            String operation,
            ApiVersion version,
            String path,
            Map<String, ?> parameters,
            Function<JsonNode, R> reading) {
        URI url = urls.of(version, path, parameters);
        return calls.call(CallSpec.read(operation), () -> api.get(url), answer -> reading.apply(answer.body()));
    }

    <R> R post(
            String operation, ApiVersion version, String path, InventoryQuery question, Function<JsonNode, R> reading) {
        URI url = urls.of(version, path);
        return calls.call(
                CallSpec.read(operation), () -> api.post(url, question), answer -> reading.apply(answer.body()));
    }

    /** A write that would happen twice when it was sent twice. */
    void writeOnce(String operation, ApiVersion version, String path, AdjustmentWire.Request request) {
        URI url = urls.of(version, path);
        calls.call(CallSpec.writeOnce(operation), () -> api.adjust(url, request));
    }

    /**
     * A write that is sent once, with what its answer says. Whoever answers 503 for the platform need not know whether the write
     * was done before, so then it may have been.
     */
    <T, R> R writeOnce(
            String operation,
            Function<URI, Answer<T>> request,
            ApiVersion version,
            String path,
            Function<Answer<T>, R> reading) {
        URI url = urls.of(version, path);
        try {
            return calls.call(CallSpec.writeOnce(operation), () -> request.apply(url), reading);
        } catch (PortException.Transient failed) {
            if (failed.context().vendorStatus().orElse(0) != OVERLOADED) {
                throw failed;
            }
            throw new PortException.UnknownOutcome(failed.context(), "overloaded, it may have been done", failed);
        }
    }

    XSeriesApi api() {
        return api;
    }

    FailureContext context(String operation) {
        return FailureContext.of(operation).on(connection);
    }

    /** For a question that need not be asked, since it cannot have an answer. */
    PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(context(operation).withCode(code), message);
    }
}
