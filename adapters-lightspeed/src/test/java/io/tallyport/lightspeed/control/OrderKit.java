package io.tallyport.lightspeed.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentSinkContract;
import io.tallyport.core.consignment.ConsignmentSourceContract;
import io.tallyport.core.consignment.ConsignmentsUnderTest;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.Supplier;
import io.tallyport.core.consignment.SupplierSource;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts of the consignment ports, and what else is the same for both APIs, over real HTTP. */
public abstract class OrderKit<S extends OrderSandbox> implements ConsignmentSourceContract, ConsignmentSinkContract {

    protected final S store;

    protected OrderKit(S store) {
        this.store = store;
    }

    @AfterEach
    final void close() {
        store.close();
    }

    @Override
    public final ConsignmentsUnderTest platform() {
        return store;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\":\"cut-before\"",
                "\"kind\":\"status\",\"status\":502",
                "\"kind\":\"status\",\"status\":503",
                "\"kind\":\"html\""
            })
    final void aWriteWithoutAProperAnswerIsUnknownAndNotRepeated(String fault) {
        store.next(fault);

        assertThatThrownBy(() -> created("PO-1")).isInstanceOf(PortException.UnknownOutcome.class);

        assertThat(found("PO-1")).isEmpty();
    }

    @Test
    final void aThrottledWriteWasNotDone() {
        store.next("\"kind\":\"status\",\"status\":429");

        assertThatThrownBy(() -> created("PO-1")).isInstanceOf(PortException.Transient.class);

        assertThat(found("PO-1")).isEmpty();
    }

    @Test
    final void suppliersAreListedWithoutThoseDeleted() {
        assertThat(store.session().port(SupplierSource.class).orElseThrow().suppliers())
                .extracting(Supplier::name)
                .containsExactly("Northwind Wholesale", "Peak Supplies");
    }

    protected final NewConsignment head(
            ConsignmentKind kind, String reference, Optional<ExternalId> source, Optional<ExternalId> supplier) {
        return new NewConsignment(kind, store.outlet(), source, supplier, reference, "", "m1");
    }

    protected final ExternalId created(String reference) {
        return store.sink()
                .create(head(ConsignmentKind.SUPPLIER, reference, Optional.empty(), Optional.of(store.supplier())));
    }

    protected final List<ExternalId> found(String reference) {
        return store.source().withReference(ConsignmentKind.SUPPLIER, store.outlet(), reference).stream()
                .map(ConsignmentHeader::id)
                .toList();
    }

    protected final LineOrder line(int item, long ordered) {
        return new LineOrder(store.item(item), Quantity.of(ordered), Optional.of(UnitCost.parse("2.5")));
    }

    protected final List<ConsignmentLine> lines(ExternalId id) {
        return store.source().read(id).orElseThrow().lines();
    }
}
