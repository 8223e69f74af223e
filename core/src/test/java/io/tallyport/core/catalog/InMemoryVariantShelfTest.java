package io.tallyport.core.catalog;

class InMemoryVariantShelfTest implements VariantShelfContract {

    @Override
    public VariantShelf open() {
        return new InMemoryVariantShelf();
    }
}
