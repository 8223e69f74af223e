package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryTable;
import java.util.List;
import java.util.Optional;

/** What names stand for, in memory. */
public final class InMemoryPartnerMappings implements PartnerMappingStore {

    private final InMemoryTable<String, PartnerMapping> mappings = new InMemoryTable<>();

    private static String key(ConnectionId connection, PartnerKind kind, String name) {
        return connection + "\t" + kind.name() + "\t" + name.strip();
    }

    @Override
    public void put(PartnerMapping mapping) {
        mappings.put(key(mapping.connection(), mapping.kind(), mapping.name()), mapping);
    }

    @Override
    public boolean remove(ConnectionId connection, PartnerKind kind, String name) {
        return mappings.remove(key(connection, kind, name));
    }

    @Override
    public Optional<ExternalId> find(ConnectionId connection, PartnerKind kind, String name) {
        return mappings.get(key(connection, kind, name)).map(PartnerMapping::remote);
    }

    @Override
    public List<PartnerMapping> of(ConnectionId connection) {
        return mappings.values().stream()
                .filter(mapping -> mapping.connection().equals(connection))
                .toList();
    }
}
