package io.tallyport.core.inventory.validation;

class InMemoryValidationsTest implements ValidationStoreContract {

    private final InMemoryValidations validations = new InMemoryValidations();

    @Override
    public ValidationStore store() {
        return validations;
    }

    @Override
    public ValidationReports reports() {
        return validations;
    }
}
