package io.tallyport.core.kernel;

import java.util.Optional;

final class InMemoryUnitOfWorkTest implements UnitOfWorkContract {

    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryTable<String, String> table = new InMemoryTable<>();

    @Override
    public UnitOfWork subject() {
        return unitOfWork;
    }

    @Override
    public void put(String key, String value) {
        table.put(key, value);
    }

    @Override
    public Optional<String> get(String key) {
        return table.get(key);
    }
}
