package io.tallyport.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.remote.Answer;
import io.tallyport.remote.CallSpec;
import io.tallyport.remote.Problem;
import io.tallyport.remote.RemoteCalls;
import io.tallyport.remote.WireJson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Sends the documents of one connection, and learns from each answer what a document costs, since Shopify admits a query
 * by what it asks for, not by what it takes. Thread-safe.
 */
final class ShopifyClient {

    static final JsonMapper MAPPER = WireJson.mapper().build();

    /** What is set aside for a document that was never sent, in points. */
    private static final double FIRST_COST = 50;

    private final ConnectionId connection;
    private final ShopifyApi api;
    private final RemoteCalls calls;
    private final ShopifyClassifier classifier;
    private final ApiVersion version;
    private final Map<Document, Double> costs = new ConcurrentHashMap<>();

    ShopifyClient(
            ConnectionId connection,
            ShopifyApi api,
            RemoteCalls calls,
            ShopifyClassifier classifier,
            ApiVersion version) {
        this.connection = connection;
        this.api = api;
        this.calls = calls;
        this.classifier = classifier;
        this.version = version;
    }

    ConnectionId connection() {
        return connection;
    }

    ApiVersion version() {
        return version;
    }

    /** What {@code reading} makes of the answer's data. */
    <T, R> R read(Document document, Object variables, Class<T> shape, Function<T, R> reading) {
        return read(document, variables, answer -> reading.apply(data(answer, shape)));
    }

    /** What {@code reading} makes of the whole answer. */
    <R> R read(Document document, Object variables, Function<Answer<JsonNode>, R> reading) {
        return calls.call(
                CallSpec.read(document.operation()).costing(cost(document)), () -> post(document, variables), reading);
    }

    /** A write under an idempotency key that stands in {@code variables}; repeated with the very same body. */
    <R> R write(Document document, Object variables, Function<KeyedAnswer, R> reading) {
        Sendings sendings = new Sendings();
        return calls.call(
                CallSpec.keyedWrite(document.operation()).costing(cost(document)),
                () -> {
                    sendings.begin();
                    Answer<JsonNode> answer = post(document, variables);
                    sendings.answered(classifier.problem(answer));
                    return answer;
                },
                answer -> reading.apply(new KeyedAnswer(answer.body(), sendings.anyLost())));
    }

    private Answer<JsonNode> post(Document document, Object variables) {
        Answer<JsonNode> answer = api.post(version.value(), new Wire.Request(document.text(), variables));
        answer.json()
                .flatMap(GraphQlAnswer::of)
                .ifPresent(told -> told.requestedCost().ifPresent(points -> costs.put(document, points)));
        return answer;
    }

    private double cost(Document document) {
        return costs.getOrDefault(document, FIRST_COST);
    }

    static <T> T data(Answer<JsonNode> answer, Class<T> shape) {
        return data(answer.body(), shape);
    }

    static <T> T data(JsonNode body, Class<T> shape) {
        try {
            return Optional.ofNullable(MAPPER.treeToValue(body.path("data"), shape))
                    .orElseThrow(() -> unreadable("it has no data"));
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage());
        }
    }

    static RuntimeException unreadable(String why) {
        return Problem.unreadable("the answer is not what the schema promises: " + why)
                .withCode(ShopifyErrors.UNREADABLE)
                .asException();
    }
}
