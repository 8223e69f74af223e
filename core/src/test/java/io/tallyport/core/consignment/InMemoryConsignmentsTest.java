package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;

class InMemoryConsignmentsTest implements ConsignmentSourceContract, ConsignmentSinkContract, CountSinkContract {

    private final InMemoryConsignments shop = new InMemoryConsignments();

    InMemoryConsignmentsTest() {
        for (int number = 0; number < 5; number++) {
            shop.stocks(new ExternalId("item-" + number), number + 10);
        }
    }

    @Override
    public CountSink counts() {
        return shop;
    }

    @Override
    public void listed(ExternalId count) {
        while (shop.read(count).orElseThrow().state() == ConsignmentState.IN_PROGRESS) {
            shop.read(count);
        }
    }

    @Override
    public Quantity stockOf(ExternalId item) {
        return shop.stock().getOrDefault(item, Quantity.ZERO);
    }

    @Override
    public ConsignmentsUnderTest platform() {
        return new Shop(shop);
    }

    private record Shop(InMemoryConsignments shop) implements ConsignmentsUnderTest {

        @Override
        public ConsignmentSource source() {
            return shop;
        }

        @Override
        public ConsignmentSink sink() {
            return shop;
        }

        @Override
        public ConsignmentLineSink lines() {
            return shop;
        }

        @Override
        public ExternalId outlet() {
            return new ExternalId("main");
        }

        @Override
        public ExternalId otherOutlet() {
            return new ExternalId("branch");
        }

        @Override
        public ExternalId supplier() {
            return new ExternalId("supplier");
        }

        @Override
        public ExternalId item(int number) {
            return new ExternalId("item-" + number);
        }
    }
}
