package io.tallyport.core.purchasing.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tallyport.core.job.JobFilter;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.purchasing.Orders;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchasePolicy;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.core.purchasing.receiving.InMemoryPollMarks;
import io.tallyport.core.purchasing.receiving.PollMarks;
import io.tallyport.core.purchasing.receiving.PollPurchaseOrders;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollingTest {

    private final PurchaseHouse house = new PurchaseHouse();
    private final PollMarks marks = new InMemoryPollMarks();

    private PollPurchaseOrders.Result poll() {
        return new PollPurchaseOrders(house.readBack(), marks, house.stores.orders(), house.requests)
                .poll(Orders.TILL, "poll");
    }

    private PurchaseOrder submitted() {
        PurchaseOrder order = house.approved(Orders.draft(Orders.line("MUG", "4", "1.25")));
        return house.sync().sync(order.id(), "worker").order();
    }

    private int jobs() {
        return house.jobs
                .history()
                .list(JobFilter.ALL, Optional.empty(), 100)
                .items()
                .size();
    }

    @Test
    void whatChangedSinceTheLastLookIsTakenInOnce() {
        PurchaseOrder order = submitted();
        PurchaseOrder quiet = submitted();
        poll();
        ExternalId there = order.link().orElseThrow().consignment();
        house.shop.receive(there, PurchaseHouse.id("MUG"), Quantity.of(3));

        assertThat(poll().read()).isEqualTo(1);
        assertThat(house.order(order.id()).state()).isEqualTo(PurchaseState.PARTIALLY_RECEIVED);
        assertThat(house.order(quiet.id()).state()).isEqualTo(PurchaseState.SUBMITTED);
        assertThat(poll().read()).isZero();
    }

    @Test
    void approvalsForWhichNoJobWasAskedAreFoundAndAskedForOnce() {
        house.policy = new PurchasePolicy(false, true, Duration.ofMinutes(2));
        PurchaseOrder order = house.approved(Orders.draft(Orders.line("MUG", "4", "1.25")));
        assertThat(jobs()).isZero();

        assertThat(poll().asked()).isEqualTo(1);
        assertThat(poll().asked()).isEqualTo(1);

        assertThat(jobs()).isEqualTo(1);
        assertThat(house.order(order.id()).syncDue()).isTrue();
    }

    @Test
    void aConnectionThatIsNotThereIsRefusedAndNothingIsNoted() {
        ConnectionId other = new ConnectionId("other");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollPurchaseOrders(house.readBack(), marks, house.stores.orders(), house.requests)
                        .poll(other, "poll"))
                .withMessageContaining("other");
        assertThat(marks.find(other)).isEmpty();
    }
}
