package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;

class InMemoryConsignmentsTest implements ConsignmentSourceContract, ConsignmentSinkContract {

    private final InMemoryConsignments shop = new InMemoryConsignments();

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
