package io.tallyport.lightspeed.xseries;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.CurrencyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The products of X-Series, inactive and deleted ones included, with what customers are shown of them.
 *
 * <p>Why a read is complete, and how one that another session took over is counted, is told in {@link
 * XSeriesInventorySource}. Prices are with or without tax as the store is set, in its currency.
 */
final class XSeriesProductSource implements ProductSource {

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final Pattern CURSOR = Pattern.compile("products ([0-9a-f-]+) ([0-9]{1,18}) ([0-9]{1,18})");

    private final XSeriesOptions options;
    private final ProductFeed products;
    private final XSeriesClient client;
    private final Optional<Currency> currency;
    private final StockMapper stock;
    private final OutletReads reads = new OutletReads();
    private volatile @Nullable VariantMapper mapper;

    /**
     * A source.
     *
     * @param currency what the connection's options say; the store's own word goes before it
     */
    XSeriesProductSource(
            XSeriesOptions options, ProductFeed products, XSeriesClient client, Optional<Currency> currency) {
        this.options = options;
        this.products = products;
        this.client = client;
        this.currency = currency;
        this.stock = new StockMapper(options.codesStandIn());
    }

    /** Whether a product without SKU goes by its code. */
    boolean codesStandIn() {
        return options.codesStandIn();
    }

    /** Where a read is: which one, after which version, and how many products were served. */
    private record At(String read, long after, long served) {
        Cursor cursor() {
            return new Cursor("products " + read + " " + after + " " + served);
        }
    }

    @Override
    public VariantPage variants(Optional<Cursor> cursor) {
        At at = cursor.map(this::parsed).orElseGet(() -> new At("none", 0, 0));
        OutletReads.OutletRead read = reads.find(at.read()).orElseGet(() -> reads.begin(at.served()));
        synchronized (read) {
            VersionPage<ProductWire> page = products.page(at.after(), options.productsPage(), true);
            if (page.isEnd()) {
                reads.end(read.name());
                return new VariantPage(List.of(), Optional.empty(), OptionalLong.of(read.served()));
            }
            VariantMapper reading = mapper();
            List<Variant> variants = new ArrayList<>();
            for (ProductWire product : page.rows()) {
                read.levels().serve(UUID.fromString(Objects.requireNonNull(product.id())));
                variants.add(reading.variant(product));
            }
            Cursor next = new At(read.name(), page.last(), read.served()).cursor();
            return new VariantPage(variants, Optional.of(next), OptionalLong.empty());
        }
    }

    private At parsed(Cursor cursor) {
        Matcher parts = CURSOR.matcher(cursor.value());
        if (!parts.matches()) {
            throw client.rejected(
                    "products.list", XSeriesErrors.REFUSED, "the cursor is not one of this read; begin the read again");
        }
        return new At(parts.group(1), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /** Two calls for the first, one for each further product: the platform reads no list of products by id. */
    @Override
    public List<Variant> variantsOf(Collection<ExternalId> items) {
        List<Variant> variants = new ArrayList<>();
        for (ExternalId item : new LinkedHashSet<>(items)) {
            ProductKey.of(item.value())
                    .flatMap(this::one)
                    .ifPresent(product -> variants.add(mapper().variant(product)));
        }
        return List.copyOf(variants);
    }

    private Optional<ProductWire> one(UUID id) {
        try {
            return Optional.of(products.one(id));
        } catch (PortException.Rejected e) {
            if (e.context().vendorStatus().orElse(0) == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private VariantMapper mapper() {
        VariantMapper known = mapper;
        if (known == null) {
            known = new VariantMapper(stock, prices());
            mapper = known;
        }
        return known;
    }

    /** What the store says of itself; where the token may not ask, no price can be told rightly. */
    private PriceTags prices() {
        try {
            RetailerWire retailer = client.get(
                    "outlets.retailer",
                    options.outlets(),
                    "retailer",
                    Map.of(),
                    body -> Wire.data(body, RetailerWire.class, options.outlets()));
            Optional<Currency> own = CurrencyOption.parse(retailer.currencyCode());
            return new PriceTags(own.or(() -> currency), !Boolean.TRUE.equals(retailer.taxExclusive()));
        } catch (PortException.Authentication e) {
            if (e.context().vendorStatus().orElse(0) == FORBIDDEN) {
                return new PriceTags(Optional.empty(), true);
            }
            throw e;
        }
    }

    /** Lets go of what unfinished reads kept. */
    void close() {
        reads.clear();
    }
}
