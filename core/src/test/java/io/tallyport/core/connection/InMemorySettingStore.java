package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryTable;
import java.util.Map;
import java.util.Optional;

/** Settings in memory. */
public final class InMemorySettingStore implements SettingStore {

    private final InMemoryTable<String, String> settings = new InMemoryTable<>();

    @Override
    public Optional<String> find(String key) {
        return settings.get(key);
    }

    @Override
    public void put(String key, String value) {
        settings.put(key, value);
    }

    @Override
    public boolean remove(String key) {
        return settings.remove(key);
    }

    @Override
    public Map<String, String> all() {
        return settings.copy();
    }
}
