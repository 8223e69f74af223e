package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.InMemoryTable;
import java.util.List;

/** Wanted hooks in memory. */
public final class InMemoryWantedHooks implements WantedHooks {

    private final InMemoryTable<String, WantedHook> rows = new InMemoryTable<>();

    @Override
    public void put(WantedHook hook) {
        rows.put(key(hook.connection(), hook.topic()), hook);
    }

    @Override
    public boolean remove(ConnectionId connection, String topic) {
        return rows.remove(key(connection, topic));
    }

    @Override
    public List<WantedHook> all() {
        return rows.values();
    }

    private static String key(ConnectionId connection, String topic) {
        return connection + " " + topic;
    }
}
