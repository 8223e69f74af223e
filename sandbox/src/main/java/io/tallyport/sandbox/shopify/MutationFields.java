package io.tallyport.sandbox.shopify;

import graphql.execution.directives.QueryAppliedDirectiveArgument;
import graphql.language.AstPrinter;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What can be done to the shop, each once per idempotency key.
 *
 * <p>A key that cannot be used is a user error with a code where the mutation's errors have codes, else an error of the
 * request.
 */
final class MutationFields {

    private final QuantityChanges changes;
    private final Activation activation;
    private final IdempotencyLedger ledger;
    private volatile boolean replayAnswersStale;

    MutationFields(Shop shop, IdempotencyLedger ledger) {
        this.changes = new QuantityChanges(shop);
        this.activation = new Activation(shop);
        this.ledger = ledger;
    }

    void replayAnswersStale(boolean stale) {
        replayAnswersStale = stale;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type(TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("inventorySetQuantities", this::set)
                .dataFetcher("inventoryAdjustQuantities", this::adjust)
                .dataFetcher("inventoryActivate", this::activate));
        payload(wiring, "InventorySetQuantities", "inventoryAdjustmentGroup");
        payload(wiring, "InventoryAdjustQuantities", "inventoryAdjustmentGroup");
        payload(wiring, "InventoryActivate", "inventoryLevel");
        wiring.type(error("InventorySetQuantitiesUserError")
                .field("code", Refusal::code)
                .wiring());
        wiring.type(error("InventoryAdjustQuantitiesUserError")
                .field("code", Refusal::code)
                .wiring());
        wiring.type(error("UserError").wiring());
        groups(wiring);
    }

    private static void payload(RuntimeWiring.Builder wiring, String mutation, String done) {
        wiring.type(new TypeFields<Payload<?>>(mutation + "Payload", Payload.class)
                .field(done, Payload::done)
                .field("userErrors", Payload::userErrors)
                .wiring());
    }

    private static TypeFields<Refusal> error(String type) {
        return new TypeFields<>(type, Refusal.class)
                .field("field", Refusal::field)
                .field("message", Refusal::message);
    }

    private static void groups(RuntimeWiring.Builder wiring) {
        wiring.type(new TypeFields<>("InventoryAdjustmentGroup", AdjustmentGroup.class)
                .field("id", Node::gid)
                .field("createdAt", AdjustmentGroup::createdAt)
                .field("reason", AdjustmentGroup::reason)
                .field("referenceDocumentUri", AdjustmentGroup::referenceDocumentUri)
                .field("changes", MutationFields::changes)
                .wiring());
        wiring.type(new TypeFields<>("InventoryChange", AdjustmentGroup.Change.class)
                .field("delta", AdjustmentGroup.Change::delta)
                .field("item", change -> change.variant().item())
                .field("location", AdjustmentGroup.Change::place)
                .field("ledgerDocumentUri", AdjustmentGroup.Change::ledgerDocumentUri)
                .field("name", AdjustmentGroup.Change::name)
                .field("quantityAfterChange", change -> Optional.empty())
                .wiring());
    }

    private static List<AdjustmentGroup.Change> changes(AdjustmentGroup group, DataFetchingEnvironment env) {
        Arguments wanted = Arguments.of(env);
        Optional<List<String>> items = wanted.texts("inventoryItemIds");
        Optional<List<String>> places = wanted.texts("locationIds");
        Optional<List<String>> names = wanted.texts("quantityNames");
        return group.changes().stream()
                .filter(change -> items.isEmpty()
                        || items.get().contains(change.variant().item().gid()))
                .filter(change ->
                        places.isEmpty() || places.get().contains(change.place().gid()))
                .filter(change -> names.isEmpty() || names.get().contains(change.name()))
                .toList();
    }

    private Payload<?> set(DataFetchingEnvironment env) {
        Arguments input = Arguments.of(env).input("input");
        return keyed(
                env,
                () -> changes.set(input, Call.of(env)),
                MutationFields::coded,
                () -> Optional.of(changes.stale(input, "quantities")));
    }

    private Payload<?> adjust(DataFetchingEnvironment env) {
        Arguments input = Arguments.of(env).input("input");
        return keyed(
                env,
                () -> changes.adjust(input, Call.of(env)),
                MutationFields::coded,
                () -> Optional.of(changes.stale(input, "changes")));
    }

    private Payload<?> activate(DataFetchingEnvironment env) {
        return keyed(
                env,
                () -> activation.run(Arguments.of(env), Call.of(env)),
                refusal -> {
                    throw new RequestError(refusal.code(), refusal.message());
                },
                Optional::empty);
    }

    private static Payload<?> coded(Refusal refusal) {
        return Payload.refused(List.of(refusal));
    }

    private Payload<?> keyed(
            DataFetchingEnvironment env,
            Supplier<Payload<?>> work,
            Function<Refusal, Payload<?>> unusable,
            Supplier<Optional<Payload<?>>> staleReplay) {
        Optional<String> key = key(env);
        if (key.isEmpty()) {
            if (Call.of(env).strict()) {
                throw new RequestError(
                        "BAD_REQUEST", "The @idempotent directive is required for this mutation but was not provided.");
            }
            return work.get();
        }
        IdempotencyLedger.Verdict verdict = ledger.begin(key.get(), fingerprint(env));
        return switch (verdict) {
            case RUN -> run(key.get(), work);
            case REPLAY -> replay(key.get(), staleReplay);
            default -> unusable.apply(Refusal.of(why(verdict), "IDEMPOTENCY_" + verdict.name()));
        };
    }

    private static String why(IdempotencyLedger.Verdict verdict) {
        return switch (verdict) {
            case CONCURRENT_REQUEST -> "A request with the same idempotency key is being processed.";
            case KEY_PARAMETER_MISMATCH -> "The idempotency key was used with different parameters.";
            default -> "The previous attempt with this idempotency key failed.";
        };
    }

    private Payload<?> run(String key, Supplier<Payload<?>> work) {
        boolean ended = false;
        try {
            Payload<?> payload = work.get();
            ledger.end(key, payload);
            ended = true;
            return payload;
        } finally {
            if (!ended) {
                ledger.forget(key);
            }
        }
    }

    /** What was done then, read as things are now. */
    private Payload<?> replay(String key, Supplier<Optional<Payload<?>>> staleReplay) {
        Optional<Payload<?>> stale = replayAnswersStale ? staleReplay.get() : Optional.empty();
        return stale.or(() -> ledger.outcome(key)).orElseThrow(() -> new IllegalStateException(key));
    }

    private static Optional<String> key(DataFetchingEnvironment env) {
        return env.getQueryDirectives().getImmediateAppliedDirective("idempotent").stream()
                .findFirst()
                .map(directive -> directive.getArgument("key"))
                .map(QueryAppliedDirectiveArgument::getValue)
                .map(Object::toString);
    }

    /** Field, arguments and variables as written, in the order written. */
    private static String fingerprint(DataFetchingEnvironment env) {
        return env.getField().getArguments().stream()
                .map(AstPrinter::printAstCompact)
                .collect(Collectors.joining(
                        ",", env.getField().getName() + "(", ")" + Call.of(env).variables()));
    }
}
