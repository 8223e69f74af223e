package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.control.PosControl;
import io.tallyport.sandbox.control.ProductControl;
import io.tallyport.sandbox.control.PurchaseControl;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultAware;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import io.tallyport.sandbox.oauth.AccessTokens;
import io.tallyport.sandbox.oauth.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stand-in of Lightspeed Retail R-Series, API V3: one account with the shops 1 (main) and 2 (warehouse).
 *
 * <p>It serves Account, Shop, Item, ItemShop, InventoryLog, Order, OrderLine and Vendor under {@code /API/V3/Account}, as the vendor's documentation at
 * developers.lightspeedhq.com/retail describes them.
 */
public final class RSeriesStandIn implements Endpoint, FaultAware {

    private final String account;
    private final AccessTokens tokens;
    private final RSeriesStore store;
    private final RateLimiter limiter;
    private final Entities entities;

    /**
     * An account with the items that the POS carries.
     *
     * @param registers 1 or more; each after the first makes the bucket larger
     */
    public RSeriesStandIn(
            Stream<CatalogueItem> items, Clock clock, int registers, String account, AccessTokens tokens) {
        this.account = account;
        this.tokens = tokens;
        this.store = new RSeriesStore(items, clock);
        this.limiter = new RateLimiter(clock, registers);
        this.entities = new Entities(store);
    }

    /** What happens at the till. */
    public PosControl control() {
        return store;
    }

    /** What a user does to purchase orders. */
    public PurchaseControl purchases() {
        return new Buyer(store);
    }

    /** What staff change about the items. */
    public ProductControl products() {
        return new ItemCards(store);
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return respond(request, Optional.empty());
    }

    @Override
    public Optional<SandboxResponse> faulted(SandboxRequest request, Fault fault) {
        boolean list = request.method().equals("GET")
                && Target.of(request.path()).filter(Target::list).isPresent()
                && !request.query().containsKey("count");
        return switch (fault.kind()) {
            case STATUS -> Optional.of(Errors.faulted(fault.status(), fault.retryAfter(), limiter));
            case DUPLICATE_PAGE ->
                list && request.query().containsKey("after")
                        ? Optional.of(respond(request, Optional.of(fault.kind())))
                        : Optional.empty();
            case TRUNCATED_PAGE -> list ? Optional.of(respond(request, Optional.of(fault.kind()))) : Optional.empty();
            case STALE -> disturbed(request) ? Optional.of(respond(request, Optional.empty())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean disturbed(SandboxRequest request) {
        synchronized (store) {
            try {
                return Target.of(request.path())
                        .filter(target -> entities.disturb(request, target))
                        .isPresent();
            } catch (Refusal e) {
                return false;
            }
        }
    }

    private SandboxResponse respond(SandboxRequest request, Optional<FaultKind> fault) {
        Optional<Target> target = Target.of(request.path());
        if (target.isEmpty()) {
            return Errors.of(404, "Not Found", Map.of());
        }
        Standing standing = standing(request.header("authorization").orElse(""));
        if (standing != Standing.VALID) {
            return Errors.denied(
                    standing == Standing.REVOKED
                            ? "Access token has been revoked"
                            : "Access token could not be verified");
        }
        if (!allowed(request, target.get())) {
            return Errors.of(403, "The scope of the access token does not allow this.", Map.of());
        }
        Charge charge = limiter.charge(Pricing.tenths(request, target.get()));
        if (!charge.admitted()) {
            return Errors.throttled(charge);
        }
        try {
            ObjectNode answer = answer(request, target.get(), fault);
            return wantsJson(request, target.get())
                    ? SandboxResponse.json(200, charge.headers(), Json.write(answer))
                    : new SandboxResponse(200, charge.headers(), "application/xml; charset=utf-8", Xml.of(answer));
        } catch (Refusal e) {
            return Errors.of(e.status(), e.text(), charge.headers());
        }
    }

    /** What stock and its log ask for; the pages that name the scopes leave the rest open. */
    private boolean allowed(SandboxRequest request, Target target) {
        String entity = target.entity().orElse("");
        boolean log = target.entity().filter("InventoryLog"::equals).isPresent();
        if (!log && request.method().equals("GET")) {
            return true;
        }
        String token = request.header("authorization").orElse("").replaceFirst("^Bearer ", "");
        List<String> any = log
                ? List.of("employee:inventory_log", "employee:all_read", "employee:all")
                : switch (entity) {
                    case "Order", "OrderLine" -> List.of("employee:purchase_orders", "employee:all");
                    case "Vendor" -> List.of("employee:vendors", "employee:all");
                    default -> List.of("employee:inventory", "employee:product_edit", "employee:all");
                };
        return any.stream().anyMatch(scope -> tokens.allows(token, scope));
    }

    private Standing standing(String authorization) {
        return authorization.startsWith("Bearer ")
                ? tokens.present(authorization.substring("Bearer ".length()))
                : Standing.UNKNOWN;
    }

    private ObjectNode answer(SandboxRequest request, Target target, Optional<FaultKind> fault) {
        if (target.account().filter(asked -> !asked.equals(account)).isPresent()) {
            throw new Refusal(
                    403,
                    "The token gives no access to account " + target.account().get() + ".");
        }
        if (target.entity().isEmpty()) {
            if (!request.method().equals("GET")) {
                throw new Refusal(405, "Account cannot be written.");
            }
            return accounts();
        }
        synchronized (store) {
            return entities.answer(request, target, fault);
        }
    }

    private ObjectNode accounts() {
        ObjectNode answer = Json.object();
        answer.putObject("@attributes").put("next", "").put("previous", "");
        ObjectNode one = answer.putObject("Account").put("accountID", account).put("name", "Fern & Flint Outfitters");
        one.putObject("link").putObject("@attributes").put("href", "/API/V3/Account/" + account);
        return answer;
    }

    private static boolean wantsJson(SandboxRequest request, Target target) {
        String accept = request.header("accept").orElse("");
        return accept.contains("application/json") || (target.json() && !accept.contains("/xml"));
    }
}
