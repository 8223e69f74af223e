package io.tallyport.sandbox.shopify;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers GraphQL requests: checks the document, its variables and its price, runs it, and bills it. */
final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final int DEAREST = 1000;

    private final GraphQLSchema schema;
    private final GraphQL graphql;
    private final DocumentCache documents;
    private final PointBucket bucket;
    private final AtomicLong answers = new AtomicLong();

    Engine(Consumer<RuntimeWiring.Builder> fields, PointBucket bucket) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        TextScalar.all().forEach(wiring::scalar);
        fields.accept(wiring);
        this.schema = new SchemaGenerator()
                .makeExecutableSchema(new SchemaParser().parse(ShopifySchema.text()), wiring.build());
        this.documents = new DocumentCache(schema);
        this.bucket = bucket;
        DataFetcherExceptionHandler failures = Engine::failure;
        this.graphql = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new AsyncExecutionStrategy(failures))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(failures))
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        documents.prepare(input.getQuery()).entry()))
                .build();
    }

    /** A request's body. */
    record Request(String query, Map<String, Object> variables, Optional<String> operationName) {}

    /** The fields a request would run at the root. */
    List<String> rootFields(Request request) {
        return documents
                .prepare(request.query())
                .operation(request.operationName())
                .map(operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream()
                        .map(Field::getName)
                        .toList())
                .orElse(List.of());
    }

    /** The request turned away as if the points had been spent elsewhere. */
    Map<String, Object> throttled(Request request) {
        DocumentCache.Prepared prepared = documents.prepare(request.query());
        Optional<OperationDefinition> operation = prepared.operation(request.operationName());
        int requested = operation.isEmpty() || prepared.document().isEmpty()
                ? DEAREST
                : price(prepared.document().get(), operation.get(), request).requested(operation.get());
        bucket.drainBelow(requested);
        return Answers.throttled(cost(requested, Optional.empty()));
    }

    private QueryCost price(Document document, OperationDefinition operation, Request request) {
        return new QueryCost(schema, document, LiteralValues.of(operation, request.variables()));
    }

    Map<String, Object> answer(Request request, Call call) {
        DocumentCache.Prepared prepared = documents.prepare(request.query());
        if (prepared.document().isEmpty()) {
            return Answers.errors(
                    prepared.errors().stream().map(DocumentErrors::shape).toList());
        }
        Optional<OperationDefinition> operation = prepared.operation(request.operationName());
        if (operation.isEmpty()) {
            String message = request.operationName()
                    .map(name -> "No operation named \"" + name + "\"")
                    .orElse("An operation name is required");
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("message", message);
            return Answers.errors(List.of(error));
        }
        return answer(prepared.document().get(), operation.get(), request, call);
    }

    private Map<String, Object> answer(Document document, OperationDefinition operation, Request request, Call call) {
        List<Map<String, Object>> invalid = InputCheck.variables(schema, operation, request.variables());
        if (!invalid.isEmpty()) {
            return Answers.errors(invalid);
        }
        LiteralValues values = LiteralValues.of(operation, request.variables());
        QueryCost price = price(document, operation, request);
        int requested = price.requested(operation);
        Optional<InputCheck.TooLong> tooLong = InputCheck.tooLong(operation, values);
        if (tooLong.isPresent()) {
            return Answers.inputTooLong(tooLong.get(), InputCheck.LONGEST, cost(requested, Optional.empty()));
        }
        if (requested > DEAREST) {
            return Answers.tooDear(requested, DEAREST);
        }
        if (!bucket.take(requested)) {
            return Answers.throttled(cost(requested, Optional.empty()));
        }
        ExecutionResult result = execute(request, call);
        Object data = Optional.<Object>ofNullable(result.getData()).orElse(Map.of());
        int actual = Math.min(requested, price.actual(operation, data));
        bucket.giveBack(requested - actual);
        return body(result, call, cost(requested, Optional.of(actual)));
    }

    private ExecutionResult execute(Request request, Call call) {
        return graphql.execute(ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName().orElse(null))
                .variables(request.variables())
                .graphQLContext(Map.of(Call.class, call))
                .build());
    }

    private static Map<String, Object> body(ExecutionResult result, Call call, Map<String, Object> cost) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("data", result.getData());
        if (!result.getErrors().isEmpty()) {
            body.put("errors", result.getErrors().stream().map(Answers::met).toList());
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("cost", cost);
        if (!call.searches().isEmpty()) {
            extensions.put("search", call.searches());
        }
        body.put("extensions", extensions);
        return body;
    }

    /** The bill; its numbers are whole in one answer and carry a point in the next, as Shopify's sometimes do. */
    private Map<String, Object> cost(int requested, Optional<Integer> actual) {
        boolean pointed = answers.getAndIncrement() % 2 == 0;
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("maximumAvailable", number(bucket.capacity(), pointed));
        status.put("currentlyAvailable", number(bucket.available(), false));
        status.put("restoreRate", number(bucket.rate(), pointed));
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("requestedQueryCost", requested);
        cost.put("actualQueryCost", actual.orElse(null));
        cost.put("throttleStatus", status);
        return cost;
    }

    private static Object number(int value, boolean pointed) {
        return pointed ? (Object) (double) value : (Object) value;
    }

    private static CompletableFuture<DataFetcherExceptionHandlerResult> failure(
            DataFetcherExceptionHandlerParameters failure) {
        Throwable exception = failure.getException();
        Map<String, Object> extensions = new LinkedHashMap<>();
        String message = "Internal error. Looks like something went wrong on our end.";
        if (exception instanceof RequestError error) {
            message = error.text();
            extensions.put("code", error.code());
        } else {
            LOG.error("A field of the stand-in failed at {}", failure.getPath(), exception);
            extensions.put("code", "INTERNAL_SERVER_ERROR");
            extensions.put("requestId", UUID.randomUUID().toString());
        }
        GraphQLError error = GraphqlErrorBuilder.newError()
                .message("%s", message)
                .location(failure.getSourceLocation())
                .path(failure.getPath())
                .extensions(extensions)
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }
}
