package io.tallyport.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Bulk operations as the schema shows them. */
final class BulkFields {

    private final BulkDesk desk;

    BulkFields(BulkDesk desk) {
        this.desk = desk;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type(TypeRuntimeWiring.newTypeWiring("QueryRoot")
                .dataFetcher("bulkOperation", env -> find(env).map(BulkJob::look))
                .dataFetcher("bulkOperations", this::page)
                .dataFetcher("currentBulkOperation", this::current));
        ObjectFields.connection(wiring, "BulkOperation", node -> node);
        wiring.type(TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("bulkOperationRunQuery", this::run)
                .dataFetcher("bulkOperationCancel", this::cancel));
        wiring.type(new TypeFields<>("BulkOperation", BulkOperation.class)
                .field("id", Node::gid)
                .field("type", operation -> "QUERY")
                .field("status", BulkOperation::status)
                .field("errorCode", BulkOperation::errorCode)
                .field("createdAt", BulkOperation::createdAt)
                .field("completedAt", BulkOperation::completedAt)
                .field("objectCount", BulkOperation::objects)
                .field("rootObjectCount", BulkOperation::roots)
                .field("fileSize", BulkOperation::fileSize)
                .field("url", BulkOperation::url)
                .field("partialDataUrl", BulkOperation::partialDataUrl)
                .field("query", operation -> operation.job().asked().query())
                .wiring());
        for (String mutation : List.of("BulkOperationRunQuery", "BulkOperationCancel")) {
            wiring.type(new TypeFields<Payload<?>>(mutation + "Payload", Payload.class)
                    .field("bulkOperation", Payload::done)
                    .field("userErrors", Payload::userErrors)
                    .wiring());
        }
        wiring.type(new TypeFields<>("BulkOperationUserError", Refusal.class)
                .field("field", Refusal::field)
                .field("message", Refusal::message)
                .field("code", Refusal::code)
                .wiring());
    }

    private Optional<BulkJob> find(DataFetchingEnvironment env) {
        return desk.find(Gid.number(Arguments.of(env).text("id"), "BulkOperation"));
    }

    /** The latest, finished or not; mutations are not run in bulk here. */
    private Optional<BulkOperation> current(DataFetchingEnvironment env) {
        boolean queries =
                Arguments.of(env).textIfGiven("type").filter("QUERY"::equals).isPresent();
        return queries ? desk.current().map(BulkJob::look) : Optional.empty();
    }

    private Connection<BulkOperation> page(DataFetchingEnvironment env) {
        boolean byEnd = Arguments.of(env).text("sortKey").equals("COMPLETED_AT");
        Function<BulkOperation, SortKey> key = one -> new SortKey(
                byEnd ? one.completedAt().map(Instant::toString).orElse("") : "",
                one.job().asked().number());
        NavigableMap<SortKey, BulkOperation> rows = new TreeMap<>();
        desk.all().stream().map(BulkJob::look).forEach(one -> rows.put(key.apply(one), one));
        SearchFields<BulkOperation> fields = new SearchFields<BulkOperation>()
                .number("id", one -> one.job().asked().number())
                .text("status", (one, term) -> term.matches(one.status()))
                .text("operation_type", (one, term) -> term.matches("QUERY"))
                .time("created_at", BulkOperation::createdAt);
        return new Listing<>(rows, key, !byEnd, fields).page(env, one -> true);
    }

    private Payload<BulkOperation> run(DataFetchingEnvironment env) {
        Arguments arguments = Arguments.of(env);
        String query = arguments.text("query");
        BulkQueryCheck.Verdict verdict = BulkQueryCheck.check(env.getGraphQLSchema(), query);
        return verdict.document()
                .map(document -> desk.run(new BulkDesk.Order(
                        env.getGraphQLSchema(), document, query, arguments.flag("groupObjects"), Call.of(env))))
                .orElseGet(() -> Payload.refused(verdict.problems()));
    }

    private Payload<BulkOperation> cancel(DataFetchingEnvironment env) {
        Optional<BulkJob> job = find(env);
        if (job.isEmpty()) {
            return Payload.refused(List.of(Refusal.at(List.of("id"), "Bulk operation does not exist", "")));
        }
        boolean stopped = job.get().cancel();
        BulkOperation now = job.get().snapshot();
        return stopped
                ? Payload.done(Optional.of(now))
                : new Payload<>(
                        Optional.of(now),
                        List.of(Refusal.of(
                                "A bulk operation cannot be canceled when it is "
                                        + now.status().toLowerCase(Locale.ROOT),
                                "")));
    }
}
