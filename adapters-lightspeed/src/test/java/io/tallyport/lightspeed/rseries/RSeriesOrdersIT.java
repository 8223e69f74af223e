package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentSinkContract;
import io.tallyport.core.consignment.ConsignmentSourceContract;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.ConsignmentsUnderTest;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.Supplier;
import io.tallyport.core.consignment.SupplierSource;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts of the ports, and what only a person does, against the sandbox over real HTTP. */
class RSeriesOrdersIT implements ConsignmentSourceContract, ConsignmentSinkContract {

    private final SandboxPurchases store = new SandboxPurchases();

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public ConsignmentsUnderTest platform() {
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
    void aWriteWithoutAProperAnswerIsUnknownAndNotRepeated(String fault) {
        store.next(fault);

        assertThatThrownBy(() -> created("PO-1")).isInstanceOf(PortException.UnknownOutcome.class);

        assertThat(found("PO-1")).isEmpty();
    }

    @Test
    void aThrottledWriteWasNotDone() {
        store.next("\"kind\":\"status\",\"status\":429");

        assertThatThrownBy(() -> created("PO-1")).isInstanceOf(PortException.Transient.class);

        assertThat(found("PO-1")).isEmpty();
    }

    @Test
    void aLineThatLandsLateDoublesNothing() {
        ExternalId id = created("PO-1");
        store.next("\"kind\":\"late\",\"millis\":300");
        assertThatThrownBy(() -> store.lines().set(id, line(0, 4))).isInstanceOf(PortException.UnknownOutcome.class);
        store.lines().set(id, line(0, 4));

        store.awaitTheLateOne();

        assertThat(lines(id))
                .singleElement()
                .satisfies(line -> assertThat(line.ordered()).isEqualTo(Quantity.of(4)));
        store.lines().set(id, line(0, 6));
        assertThat(lines(id))
                .singleElement()
                .satisfies(line -> assertThat(line.ordered()).isEqualTo(Quantity.of(6)));
    }

    @Test
    void theGoodsAreCheckedInByAPersonAndThenReadAsReceived() {
        ExternalId id = created("PO-1");
        store.lines().set(id, line(0, 4));
        store.lines().set(id, line(1, 2));
        store.sink().advance(id, ConsignmentState.SENT);
        assertThatThrownBy(() -> store.sink().advance(id, ConsignmentState.RECEIVED))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(LightspeedErrors.BY_HAND));

        store.staff("receive", "{\"order\":\"" + id + "\",\"goods\":{\"" + store.sku(0) + "\":3}}");

        Consignment there = store.source().read(id).orElseThrow();
        assertThat(there.state()).isEqualTo(ConsignmentState.RECEIVED);
        assertThat(there.line(store.item(0)).orElseThrow().received()).contains(Quantity.of(3));
        assertThat(there.line(store.item(1)).orElseThrow().received()).contains(Quantity.ZERO);
        assertThatThrownBy(() -> store.lines().set(id, line(0, 9))).isInstanceOf(PortException.Conflict.class);
        assertThatThrownBy(() -> store.lines().receive(id, store.item(0), Quantity.of(9)))
                .isInstanceOf(PortException.Conflict.class);
    }

    @Test
    void whatIsInStockAlreadyCountsAsReceived() {
        ExternalId id = created("PO-1");
        store.lines().set(id, line(0, 10));
        store.sink().advance(id, ConsignmentState.SENT);
        store.lines().receive(id, store.item(0), Quantity.of(3));
        store.lines().receive(id, store.item(0), Quantity.of(7));

        assertThat(lines(id).get(0).received()).contains(Quantity.of(7));
        assertThatThrownBy(() -> store.lines().receive(id, store.item(1), Quantity.of(1)))
                .isInstanceOf(PortException.Rejected.class);
    }

    @Test
    void otherKindsAreMadeByAPerson() {
        assertThatThrownBy(() -> store.sink()
                        .create(new NewConsignment(
                                ConsignmentKind.OUTLET,
                                store.outlet(),
                                Optional.of(store.otherOutlet()),
                                Optional.empty(),
                                "TR-1",
                                "",
                                "m1")))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("OUTLET");
        assertThat(store.source().withReference(ConsignmentKind.OUTLET, store.outlet(), "TR-1"))
                .isEmpty();
        assertThatThrownBy(() -> store.lines().add(new ExternalId("1"), List.of()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void vendorsAreListed() {
        assertThat(store.session().port(SupplierSource.class).orElseThrow().suppliers())
                .extracting(Supplier::name)
                .containsExactly("Northwind Wholesale", "Peak Supplies");
    }

    @Test
    void aForeignCursorBeginsAtTheBeginning() {
        ExternalId id = created("PO-1");

        assertThat(store.source()
                        .changedSince(Optional.of(new Cursor("yesterday")))
                        .headers())
                .extracting(ConsignmentHeader::id)
                .containsExactly(id);
    }

    private ExternalId created(String reference) {
        return store.sink()
                .create(new NewConsignment(
                        ConsignmentKind.SUPPLIER,
                        store.outlet(),
                        Optional.empty(),
                        Optional.of(store.supplier()),
                        reference,
                        "",
                        "m1"));
    }

    private List<ConsignmentHeader> found(String reference) {
        return store.source().withReference(ConsignmentKind.SUPPLIER, store.outlet(), reference);
    }

    private LineOrder line(int item, long ordered) {
        return new LineOrder(store.item(item), Quantity.of(ordered), Optional.of(UnitCost.parse("2.5")));
    }

    private List<ConsignmentLine> lines(ExternalId id) {
        return store.source().read(id).orElseThrow().lines();
    }
}
