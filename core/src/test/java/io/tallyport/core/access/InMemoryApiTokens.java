package io.tallyport.core.access;

import io.tallyport.core.kernel.InMemoryTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tokens in memory. */
public final class InMemoryApiTokens implements ApiTokens {

    private final InMemoryTable<String, ApiToken> byHash = new InMemoryTable<>();

    @Override
    public void add(ApiToken token, String hash) {
        byHash.put(hash, token);
    }

    @Override
    public Optional<ApiToken> find(String hash) {
        return byHash.get(hash);
    }

    @Override
    public List<ApiToken> all() {
        return byHash.values().stream()
                .sorted(Comparator.comparing(ApiToken::createdAt).reversed().thenComparing(ApiToken::id))
                .toList();
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return byHash.copy().entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id)
                        && entry.getValue().revokedAt().isEmpty())
                .findFirst()
                .map(entry -> {
                    ApiToken old = entry.getValue();
                    byHash.put(
                            entry.getKey(),
                            new ApiToken(
                                    old.id(),
                                    old.name(),
                                    old.grants(),
                                    old.createdBy(),
                                    old.createdAt(),
                                    old.expiresAt(),
                                    Optional.of(at)));
                    return true;
                })
                .orElse(false);
    }
}
