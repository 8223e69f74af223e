package io.tallyport.lightspeed.rseries;

import io.tallyport.core.consignment.Supplier;
import io.tallyport.core.consignment.SupplierSource;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.remote.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The vendors of an account, those put away left out, as the platform does. */
final class RSeriesVendors implements SupplierSource {

    private final RSeriesPages pages;

    RSeriesVendors(RSeriesPages pages) {
        this.pages = pages;
    }

    @Override
    public List<Supplier> suppliers() {
        return pages.each("Vendor.list", 1, "Vendor", Map.of("limit", RSeriesPages.LIMIT), PageWire::vendors).stream()
                .flatMap(List::stream)
                .filter(vendor -> !OrderMapper.isTrue(vendor.archived()))
                .map(RSeriesVendors::supplier)
                .toList();
    }

    private static Supplier supplier(PageWire.VendorWire vendor) {
        String id = Objects.requireNonNullElse(vendor.vendorID(), "");
        if (id.isBlank()) {
            throw Problem.unreadable("a vendor came without vendorID").asException();
        }
        return new Supplier(new ExternalId(id), Objects.requireNonNullElse(vendor.name(), "Vendor " + id));
    }
}
