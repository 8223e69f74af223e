package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.MASTER_KEY;
import static io.tallyport.persistence.schema.Tables.SECRETS;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.connection.SecretStore;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Secrets as ciphertexts under one master key, whose id the database remembers. */
final class JooqSecretStore implements SecretStore {

    private static final int ONLY = 1;

    private final Transactions transactions;
    private final MasterKey masterKey;

    JooqSecretStore(Transactions transactions, MasterKey masterKey) {
        this.transactions = transactions;
        this.masterKey = masterKey;
    }

    @Override
    public SecretHandle store(String purpose, Secret secret) {
        return transactions.call("store secret", sql -> {
            String handle = UUID.randomUUID().toString();
            String ciphertext = cipherToStore(sql).encrypt(handle, secret);
            sql.insertInto(SECRETS)
                    .columns(SECRETS.HANDLE, SECRETS.PURPOSE, SECRETS.CIPHERTEXT)
                    .values(handle, purpose, ciphertext)
                    .execute();
            return new SecretHandle(handle);
        });
    }

    @Override
    public Optional<Secret> reveal(SecretHandle handle) {
        return transactions.call(
                "reveal secret",
                // One statement sees the secret and the key of one moment, even while the key is being changed.
                sql -> sql.select(SECRETS.CIPHERTEXT, MASTER_KEY.KEY_ID)
                        .from(SECRETS)
                        .join(MASTER_KEY)
                        .on(MASTER_KEY.ID.eq(ONLY))
                        .where(SECRETS.HANDLE.eq(handle.value()))
                        .fetchOptional()
                        .map(row -> cipher(row.value2()).decrypt(handle.value(), row.value1())));
    }

    @Override
    public boolean replace(SecretHandle handle, Secret secret) {
        return transactions.call("replace secret", sql -> {
            if (!sql.fetchExists(SECRETS, SECRETS.HANDLE.eq(handle.value()))) {
                return false;
            }
            return sql.update(SECRETS)
                            .set(SECRETS.CIPHERTEXT, cipherToStore(sql).encrypt(handle.value(), secret))
                            .where(SECRETS.HANDLE.eq(handle.value()))
                            .execute()
                    == 1;
        });
    }

    @Override
    public void forget(SecretHandle handle) {
        transactions.run(
                "forget secret",
                sql -> sql.deleteFrom(SECRETS)
                        .where(SECRETS.HANDLE.eq(handle.value()))
                        .execute());
    }

    private SecretCipher cipher(String keyId) {
        return new SecretCipher(masterKey.named(keyId));
    }

    /**
     * The cipher under the key that this database's secrets are encrypted with; a new key only while there are none. The
     * row that names the key is locked, so that a change of the key comes before or after, and not in between.
     */
    private SecretCipher cipherToStore(DSLContext sql) {
        Optional<String> known =
                sql.select(MASTER_KEY.KEY_ID).from(MASTER_KEY).forUpdate().fetchOptional(MASTER_KEY.KEY_ID);
        if (known.isPresent() && sql.fetchExists(SECRETS)) {
            return cipher(known.get());
        }
        SecretCipher cipher = new SecretCipher(masterKey.forNewSecrets());
        if (known.filter(cipher.keyId()::equals).isEmpty() && !remember(sql, known, cipher.keyId())) {
            throw MasterKey.another(knownKey(sql).orElse("?"), masterKey.origin(), cipher.keyId());
        }
        return cipher;
    }

    static Optional<String> knownKey(DSLContext sql) {
        return sql.select(MASTER_KEY.KEY_ID).from(MASTER_KEY).fetchOptional(MASTER_KEY.KEY_ID);
    }

    /** False when somebody else has named another key meanwhile. */
    private static boolean remember(DSLContext sql, Optional<String> known, String keyId) {
        if (known.isPresent()) {
            return sql.update(MASTER_KEY)
                            .set(MASTER_KEY.KEY_ID, keyId)
                            .where(MASTER_KEY.KEY_ID.eq(known.get()))
                            .execute()
                    == 1;
        }
        return Upserts.add(sql.insertInto(MASTER_KEY)
                        .columns(MASTER_KEY.ID, MASTER_KEY.KEY_ID)
                        .values(ONLY, keyId))
                || knownKey(sql).filter(keyId::equals).isPresent();
    }
}
