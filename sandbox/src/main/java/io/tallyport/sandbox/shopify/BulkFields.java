package io.tallyport.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bulk operations as the schema shows them. */
final class BulkFields {

    private final BulkDesk desk;

    BulkFields(BulkDesk desk) {
        this.desk = desk;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type(TypeRuntimeWiring.newTypeWiring("QueryRoot")
                .dataFetcher("bulkOperation", env -> find(env).map(BulkJob::look))
                .dataFetcher("currentBulkOperation", this::current));
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
