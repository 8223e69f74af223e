package io.tallyport.sandbox.shopify;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents parsed and validated once, the latest few hundred of them. */
final class DocumentCache {

    private static final int MOST = 256;

    private final GraphQLSchema schema;
    private final Map<String, Prepared> prepared = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Prepared> eldest) {
            return size() > MOST;
        }
    };

    DocumentCache(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** A document, or what is wrong with it. */
    record Prepared(Optional<Document> document, List<? extends GraphQLError> errors) {

        PreparsedDocumentEntry entry() {
            return document.map(PreparsedDocumentEntry::new).orElseGet(() -> new PreparsedDocumentEntry(errors));
        }

        /** The operation to run: the one named, or the only one. */
        Optional<OperationDefinition> operation(Optional<String> name) {
            List<OperationDefinition> operations = document.map(
                            text -> text.getDefinitionsOfType(OperationDefinition.class))
                    .orElse(List.of());
            return name.isEmpty()
                    ? operations.stream().filter(one -> operations.size() == 1).findFirst()
                    : operations.stream()
                            .filter(one -> name.get().equals(one.getName()))
                            .findFirst();
        }
    }

    synchronized Prepared prepare(String query) {
        return prepared.computeIfAbsent(query, this::parse);
    }

    private Prepared parse(String query) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(query).build());
        return result.isFailure()
                ? new Prepared(Optional.empty(), result.getErrors())
                : new Prepared(Optional.of(result.getDocument()), List.of());
    }
}
