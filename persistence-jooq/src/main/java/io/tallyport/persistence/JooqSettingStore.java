package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.SETTINGS;

import io.tallyport.core.connection.SettingStore;
import io.tallyport.persistence.schema.tables.records.SettingsRecord;
import java.util.Map;
import java.util.Optional;

/** Settings as rows. */
final class JooqSettingStore implements SettingStore {

    private final Transactions transactions;

    JooqSettingStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<String> find(String key) {
        return transactions.call(
                "find setting",
                sql -> sql.select(SETTINGS.SETTING_VALUE)
                        .from(SETTINGS)
                        .where(SETTINGS.NAME.eq(key))
                        .fetchOptional(SETTINGS.SETTING_VALUE));
    }

    @Override
    public void put(String key, String value) {
        transactions.run("put setting", sql -> Upserts.put(sql, new SettingsRecord(key, value)));
    }

    @Override
    public boolean remove(String key) {
        return transactions.call(
                "remove setting",
                sql -> sql.deleteFrom(SETTINGS).where(SETTINGS.NAME.eq(key)).execute() == 1);
    }

    @Override
    public Map<String, String> all() {
        return transactions.call(
                "list settings",
                sql -> sql.selectFrom(SETTINGS).orderBy(SETTINGS.NAME).fetchMap(SETTINGS.NAME, SETTINGS.SETTING_VALUE));
    }
}
