package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.MASTER_KEY;
import static io.tallyport.persistence.schema.Tables.SECRETS;

import io.tallyport.core.connection.KeyRotation;
import io.tallyport.core.connection.RotateMasterKey;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Goes over to another master key: the row that names the key is changed first, which whoever stores a secret waits for,
 * then every secret, all in one transaction.
 */
final class JooqKeyRotation implements KeyRotation {

    private static final String OPERATION = "rotate key";

    private final Transactions transactions;
    private final MasterKey masterKey;

    JooqKeyRotation(Transactions transactions, MasterKey masterKey) {
        this.transactions = transactions;
        this.masterKey = masterKey;
    }

    @Override
    public Next prepare(Optional<Secret> given) {
        String oldId = transactions
                .call(OPERATION, JooqSecretStore::knownKey)
                .orElseThrow(() -> MasterKey.rejected("there are no stored secrets yet, so no key to change"));
        masterKey.named(oldId);
        if (masterKey instanceof MasterKeyFile file) {
            file.settle(oldId);
        }
        String base64 = given.map(Secret::reveal).orElseGet(this::made).strip();
        String newId = SecretCipher.idOf(MasterKey.decode(base64, "the variable that was named", MasterKey.NEXT_KEY));
        if (newId.equals(oldId)) {
            throw MasterKey.rejected("the next master key is the present one", MasterKey.NEXT_KEY);
        }
        if (masterKey instanceof MasterKeyFile file) {
            file.putBeside(newId, base64);
        }
        return new Next(oldId, newId, new Secret(base64));
    }

    private String made() {
        if (masterKey instanceof MasterKeyFile) {
            return MasterKey.random();
        }
        throw MasterKey.rejected(
                "the master key stands in " + masterKey.origin() + ", where nobody but you can put another",
                MasterKey.NEXT_KEY);
    }

    @Override
    public int encryptAnew(Next next) {
        return transactions.call(OPERATION, sql -> {
            int renamed = sql.update(MASTER_KEY)
                    .set(MASTER_KEY.KEY_ID, next.newId())
                    .where(MASTER_KEY.KEY_ID.eq(next.oldId()))
                    .execute();
            if (renamed != 1) {
                throw new PortException.Conflict(
                        FailureContext.of(OPERATION).withCode(RotateMasterKey.UNDER_WAY),
                        "the key is not " + next.oldId() + " any more");
            }
            return encryptAnew(sql, next);
        });
    }

    private int encryptAnew(DSLContext sql, Next next) {
        SecretCipher before = new SecretCipher(masterKey.named(next.oldId()));
        SecretCipher after = new SecretCipher(
                MasterKey.decode(next.key().reveal(), "the variable that was named", MasterKey.NEXT_KEY));
        var secrets = sql.select(SECRETS.HANDLE, SECRETS.CIPHERTEXT)
                .from(SECRETS)
                .orderBy(SECRETS.HANDLE)
                .fetch();
        secrets.forEach(row -> sql.update(SECRETS)
                .set(SECRETS.CIPHERTEXT, after.encrypt(row.value1(), before.decrypt(row.value1(), row.value2())))
                .where(SECRETS.HANDLE.eq(row.value1()))
                .execute());
        return secrets.size();
    }

    @Override
    public String settle(Next next) {
        if (!(masterKey instanceof MasterKeyFile file)) {
            return "Put the new key into " + masterKey.origin()
                    + " now, wherever the program runs, and start what is running again; keep the old one ("
                    + next.oldId() + ") for backups from before.";
        }
        file.settle(next.newId());
        return "The new key is in " + file.origin() + "; the old one is kept in " + file.beside(next.oldId())
                + " for backups from before: delete it when there are none. Programs that run go on.";
    }

    @Override
    public void abandon(Next next) {
        if (masterKey instanceof MasterKeyFile file) {
            file.removeBeside(next.newId());
        }
    }
}
