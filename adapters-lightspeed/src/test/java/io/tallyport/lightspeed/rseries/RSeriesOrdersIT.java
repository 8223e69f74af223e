package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.lightspeed.control.OrderKit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contracts of the ports, and what only a person does, against the sandbox over real HTTP. */
class RSeriesOrdersIT extends OrderKit<SandboxPurchases> {

    RSeriesOrdersIT() {
        super(new SandboxPurchases());
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
                        .create(head(
                                ConsignmentKind.OUTLET, "TR-1", Optional.of(store.otherOutlet()), Optional.empty())))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("OUTLET");
        assertThat(store.source().withReference(ConsignmentKind.OUTLET, store.outlet(), "TR-1"))
                .isEmpty();
        assertThatThrownBy(() -> store.lines().add(new ExternalId("1"), List.of()))
                .isInstanceOf(UnsupportedOperationException.class);
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
}
