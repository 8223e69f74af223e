package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.SandboxRequest;
import java.util.Optional;

/** Reads whatever a path names; called with the store's monitor held. */
final class Resources {

    private final XSeriesStore store;
    private final Ids ids;
    private final Rendering rendering;
    private final String domainPrefix;
    private final InventoryReads inventory;
    private final ProductReads products;
    private final Adjustments adjustments;

    Resources(XSeriesStore store, Ids ids, String domainPrefix) {
        this.store = store;
        this.ids = ids;
        this.rendering = new Rendering(ids, store.opened);
        this.domainPrefix = domainPrefix;
        this.inventory = new InventoryReads(store, ids, rendering);
        this.products = new ProductReads(store, ids, rendering);
        this.adjustments = new Adjustments(store, ids, rendering);
    }

    JsonNode answer(SandboxRequest request, Target target, Optional<FaultKind> fault) {
        Contract contract = target.contract();
        String id = target.id().orElse("");
        boolean dated = contract == Contract.DATED;
        return switch (target.shape()) {
            case "retailer" -> Lists.wrapped(rendering.retailer(domainPrefix, store.retailerVersion));
            case "outlets" -> Lists.envelope(Lists.of(store.outletTable, Window.of(request), fault), rendering::outlet);
            case "outlets/{}" -> Lists.wrapped(rendering.outlet(outlet(id)));
            case "registers" ->
                Lists.envelope(Lists.of(store.registerTable, Window.of(request), fault), rendering::register);
            case "registers/{}" -> Lists.wrapped(rendering.register(register(id)));
            case "products" -> products.list(request, fault);
            case "products/{}" -> Lists.wrapped(rendering.product(products.one(id)));
            case "products/{}/inventory" -> {
                only(!dated);
                yield inventory.ofProduct(request, products.one(id), fault);
            }
            case "inventory" -> inventory.all(request, contract, fault);
            case "inventory/{}" -> {
                only(dated);
                yield inventory.ofProduct(request, id, fault);
            }
            case Target.ADJUSTMENTS -> {
                only(dated);
                yield isPost(request) ? adjustments.create(request, fault) : adjustments.list(request, fault);
            }
            case Target.REASONS -> {
                only(dated);
                yield adjustments.reasons(request, fault);
            }
            case "search" -> {
                only(!dated);
                yield products.search(request);
            }
            default -> throw new Refusal(404, "not found");
        };
    }

    /** Reading is by GET, but for the dated contract's stock list; only adjustments are written. */
    static void requireMethod(SandboxRequest request, Target target) {
        boolean byBody = target.contract() == Contract.DATED && target.shape().equals("inventory");
        boolean written = creates(request, target);
        if (!written && !request.method().equals(byBody ? "POST" : "GET")) {
            throw Refusal.wrongMethod();
        }
    }

    /** Whether something is made, which is answered by 201. */
    static boolean creates(SandboxRequest request, Target target) {
        return isPost(request)
                && target.contract() == Contract.DATED
                && target.shape().equals(Target.ADJUSTMENTS);
    }

    private static boolean isPost(SandboxRequest request) {
        return request.method().equals("POST");
    }

    private OutletRow outlet(String id) {
        return ids.number(Ids.Kind.OUTLET, id).flatMap(store::outlet).orElseThrow(() -> Refusal.notFound("outlet"));
    }

    private RegisterRow register(String id) {
        return ids.number(Ids.Kind.REGISTER, id)
                .flatMap(store::register)
                .orElseThrow(() -> Refusal.notFound("register"));
    }

    private static void only(boolean inThisContract) {
        if (!inThisContract) {
            throw new Refusal(404, "not found");
        }
    }
}
