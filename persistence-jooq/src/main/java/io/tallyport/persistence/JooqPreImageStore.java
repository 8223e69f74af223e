package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.INTENTS;
import static io.tallyport.persistence.schema.Tables.PRE_IMAGES;

import io.tallyport.core.history.RunId;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.inventory.PreImage;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.persistence.schema.tables.records.PreImagesRecord;
import java.util.List;
import org.jooq.DSLContext;

/** Pre-images as rows in the order of their number. */
final class JooqPreImageStore implements PreImageStore {

    private final Transactions transactions;

    JooqPreImageStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(RunId run, List<PreImage> images) {
        transactions.run("save pre-images", sql -> Chunks.of(images).forEach(chunk -> insert(sql, run, chunk)));
    }

    private static void insert(DSLContext sql, RunId run, List<PreImage> images) {
        var insert = sql.insertInto(PRE_IMAGES)
                .columns(
                        PRE_IMAGES.RUN_ID,
                        PRE_IMAGES.INTENT_ID,
                        PRE_IMAGES.ITEM_KEY,
                        PRE_IMAGES.ITEM,
                        PRE_IMAGES.FIGURE,
                        PRE_IMAGES.UNITS_BEFORE,
                        PRE_IMAGES.UNITS_AFTER);
        for (PreImage image : images) {
            insert = insert.values(
                    run.value(),
                    image.intent(),
                    image.key(),
                    image.item().value(),
                    image.figure().name(),
                    image.before(),
                    image.after());
        }
        insert.execute();
    }

    @Override
    public List<PreImage> ofRun(RunId run) {
        return transactions.call(
                "list pre-images",
                sql -> sql.select(PRE_IMAGES.fields())
                        .from(PRE_IMAGES)
                        .join(INTENTS)
                        .on(INTENTS.ID.eq(PRE_IMAGES.INTENT_ID))
                        .where(PRE_IMAGES.RUN_ID.eq(run.value()))
                        .and(INTENTS.STATE.ne(IntentState.NOT_APPLIED.name()))
                        .orderBy(PRE_IMAGES.SEQ)
                        .fetch(row -> image(row.into(PRE_IMAGES))));
    }

    private static PreImage image(PreImagesRecord row) {
        return new PreImage(
                row.getIntentId(),
                row.getItemKey(),
                new ExternalId(row.getItem()),
                StockFigure.valueOf(row.getFigure()),
                row.getUnitsBefore(),
                row.getUnitsAfter());
    }
}
