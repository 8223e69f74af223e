package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.control.ConsignmentControl;
import io.tallyport.sandbox.control.OutletControl;
import io.tallyport.sandbox.control.PosControl;
import io.tallyport.sandbox.control.ProductControl;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultAware;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import io.tallyport.sandbox.oauth.AccessTokens;
import io.tallyport.sandbox.webhooks.WebhookPost;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stand-in of Lightspeed Retail X-Series for one retailer.
 *
 * <p>It serves retailer, outlets, registers, products, inventory and the search of products under {@code /api/2.0}, and the
 * dated contract, with stock adjustments and their custom reasons, under {@code /api/YYYY-MM}, as the vendor's OpenAPI 2.0 and x-series-api.lightspeedhq.com describe them
 * (pagination, versioning strategy, rate limiting). What those leave open is listed in the sandbox's README. Thread-safe.
 */
public final class XSeriesStandIn implements Endpoint, FaultAware, OutletControl {

    private static final String BEARER = "Bearer ";

    private final AccessTokens tokens;
    private final XSeriesStore store;
    private final Ids ids;
    private final RateLimiter limiter;
    private final Resources resources;
    private final Events events;
    private final Trade trade;
    private final Staff staff;

    /** The same with webhooks that nobody else asks about, signed with no secret worth the name. */
    public XSeriesStandIn(
            Stream<CatalogueItem> items,
            long seed,
            Clock clock,
            int registers,
            String domainPrefix,
            AccessTokens tokens) {
        this(items, seed, clock, registers, domainPrefix, tokens, new WebhookPost(clock, domainPrefix, "unsaid"));
    }

    /**
     * A retailer with the products that the branch carries.
     *
     * @param seed the same seed makes the same ids
     * @param registers 1 or more, which decide the rate limit
     * @param domainPrefix the retailer's name in its host's name
     * @param tokens the access tokens that are accepted
     * @param post sends the webhooks; whoever made it closes it
     */
    public XSeriesStandIn(
            Stream<CatalogueItem> items,
            long seed,
            Clock clock,
            int registers,
            String domainPrefix,
            AccessTokens tokens,
            WebhookPost post) {
        this.tokens = tokens;
        this.store = new XSeriesStore(items, clock, registers);
        this.ids = new Ids(seed);
        this.limiter = new RateLimiter(clock, registers);
        this.resources = new Resources(store, ids, domainPrefix);
        this.events = new Events(ids, post);
        ConsignmentManners manners = new ConsignmentManners();
        ConsignmentSteps steps = new ConsignmentSteps(store, ids, manners, events);
        this.trade = new Trade(store, ids, manners, steps, post);
        this.staff = new Staff(store, ids, steps, manners);
        store.onStock(events::stock);
    }

    /** What staff do to consignments. */
    public ConsignmentControl consignments() {
        return staff;
    }

    /** What staff change about the products. */
    public ProductControl products() {
        return new ProductCards(store, events);
    }

    @Override
    public PosControl main() {
        return new Till(store, store.main(), ids, events);
    }

    @Override
    public Optional<PosControl> outlet(String idOrName) {
        return store.outlets.stream()
                .filter(outlet -> !outlet.deleted())
                .filter(outlet -> outlet.name.equals(idOrName)
                        || ids.of(Ids.Kind.OUTLET, outlet.number).equals(idOrName))
                .map(outlet -> (PosControl) new Till(store, outlet, ids, events))
                .findFirst();
    }

    @Override
    public String mainId() {
        return ids.of(Ids.Kind.OUTLET, store.main().number);
    }

    /** The id of the custom reason that is kept for stock that comes in from elsewhere. */
    public String reasonIn() {
        return ids.of(Ids.Kind.REASON, XSeriesStore.REASON_IN);
    }

    /** The id of the first supplier. */
    public String supplier() {
        return ids.of(Ids.Kind.SUPPLIER, 1);
    }

    /** The id of the one for stock that goes out. */
    public String reasonOut() {
        return ids.of(Ids.Kind.REASON, XSeriesStore.REASON_OUT);
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return respond(request, Optional.empty());
    }

    @Override
    public Optional<SandboxResponse> faulted(SandboxRequest request, Fault fault) {
        return switch (fault.kind()) {
            case STATUS -> Optional.of(Errors.faulted(fault.status(), fault.retryAfter(), limiter));
            case DUPLICATE_PAGE, TRUNCATED_PAGE, WRONG_VERSION, STALE ->
                means(request, fault.kind())
                        ? Optional.of(respond(request, Optional.of(fault.kind())))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean means(SandboxRequest request, FaultKind kind) {
        try {
            Target target = Target.of(request.path());
            if (target.trading()) {
                return kind != FaultKind.STALE
                        && kind != FaultKind.WRONG_VERSION
                        && Paging.concerned(request, target, kind);
            }
            Resources.requireMethod(request, target);
            if (kind == FaultKind.STALE) {
                return Resources.creates(request, target);
            }
            return kind == FaultKind.WRONG_VERSION ? target.stock() : Paging.concerned(request, target, kind);
        } catch (Refusal e) {
            return false;
        }
    }

    private SandboxResponse respond(SandboxRequest request, Optional<FaultKind> fault) {
        String authorization = request.header("authorization").orElse("");
        if (!authorization.startsWith(BEARER) || !tokens.accepts(authorization.substring(BEARER.length()))) {
            return Errors.of(401, Map.of());
        }
        Charge charge = limiter.charge();
        if (!charge.admitted()) {
            return Errors.throttled(charge);
        }
        try {
            Target target = Target.of(request.path());
            if (target.trading()) {
                return traded(request, target, fault, charge);
            }
            Resources.requireMethod(request, target);
            if (target.adjusting() && !tokens.allows(authorization.substring(BEARER.length()), "inventory:write")) {
                return Errors.of(403, charge.headers());
            }
            JsonNode answer = answer(request, target, fault);
            int status = Resources.creates(request, target) ? 201 : 200;
            return SandboxResponse.json(status, charge.headers(), Json.write(answer));
        } catch (Refusal e) {
            return Errors.of(e.status(), e.text(), charge.headers());
        }
    }

    private SandboxResponse traded(SandboxRequest request, Target target, Optional<FaultKind> fault, Charge charge) {
        String token = request.header("authorization").orElse("").substring(BEARER.length());
        synchronized (store) {
            Reply reply = trade.reply(request, target, scope -> tokens.allows(token, scope), fault);
            return SandboxResponse.json(reply.status(), charge.headers(), reply.text());
        }
    }

    private JsonNode answer(SandboxRequest request, Target target, Optional<FaultKind> fault) {
        synchronized (store) {
            return resources.answer(request, target, fault);
        }
    }
}
