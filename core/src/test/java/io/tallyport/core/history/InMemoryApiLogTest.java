package io.tallyport.core.history;

final class InMemoryApiLogTest implements ApiLogContract {

    private final ApiLog store = new InMemoryApiLog();

    @Override
    public ApiLog subject() {
        return store;
    }
}
