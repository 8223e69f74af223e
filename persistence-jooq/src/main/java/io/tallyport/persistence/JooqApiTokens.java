package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.API_TOKENS;
import static io.tallyport.persistence.schema.Tables.API_TOKEN_GRANTS;

import io.tallyport.core.access.ApiToken;
import io.tallyport.core.access.ApiTokens;
import io.tallyport.core.access.Grants;
import io.tallyport.core.access.Role;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.persistence.schema.tables.records.ApiTokensRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Tokens as rows, by their hashes. */
final class JooqApiTokens implements ApiTokens {

    private final Transactions transactions;

    JooqApiTokens(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ApiToken token, String hash) {
        ApiTokensRecord row = new ApiTokensRecord();
        row.setId(token.id());
        row.setHash(hash);
        row.setName(token.name());
        row.setEverywhere(token.grants().everywhere().map(Role::name).orElse(null));
        row.setCreatedBy(token.createdBy());
        row.setCreatedAt(token.createdAt());
        row.setExpiresAt(token.expiresAt().orElse(null));
        row.setRevokedAt(token.revokedAt().orElse(null));
        transactions.run("add token", sql -> {
            sql.insertInto(API_TOKENS).set(row).execute();
            token.grants()
                    .on()
                    .forEach((connection, role) -> sql.insertInto(API_TOKEN_GRANTS)
                            .set(API_TOKEN_GRANTS.TOKEN_ID, token.id())
                            .set(API_TOKEN_GRANTS.CONNECTION_ID, connection.value())
                            .set(API_TOKEN_GRANTS.ROLE, role.name())
                            .execute());
        });
    }

    @Override
    public Optional<ApiToken> find(String hash) {
        return transactions.call(
                "find token",
                sql -> sql.selectFrom(API_TOKENS)
                        .where(API_TOKENS.HASH.eq(hash))
                        .fetchOptional(row -> token(sql, row)));
    }

    @Override
    public List<ApiToken> all() {
        return transactions.call(
                "list tokens",
                sql -> sql.selectFrom(API_TOKENS)
                        .orderBy(API_TOKENS.CREATED_AT.desc(), API_TOKENS.ID)
                        .fetch(row -> token(sql, row)));
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return transactions.call(
                        "revoke token",
                        sql -> sql.update(API_TOKENS)
                                .set(API_TOKENS.REVOKED_AT, at)
                                .where(API_TOKENS.ID.eq(id))
                                .and(API_TOKENS.REVOKED_AT.isNull())
                                .execute())
                == 1;
    }

    private static ApiToken token(DSLContext sql, ApiTokensRecord row) {
        Map<ConnectionId, Role> on = new HashMap<>();
        sql.selectFrom(API_TOKEN_GRANTS)
                .where(API_TOKEN_GRANTS.TOKEN_ID.eq(row.getId()))
                .forEach(grant -> on.put(new ConnectionId(grant.getConnectionId()), Role.valueOf(grant.getRole())));
        return new ApiToken(
                row.getId(),
                row.getName(),
                new Grants(Optional.ofNullable(row.get(API_TOKENS.EVERYWHERE)).map(Role::valueOf), on),
                row.getCreatedBy(),
                row.getCreatedAt(),
                Optional.ofNullable(row.get(API_TOKENS.EXPIRES_AT)),
                Optional.ofNullable(row.get(API_TOKENS.REVOKED_AT)));
    }
}
