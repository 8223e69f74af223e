package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.CONFLICTS;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.conflict.Sighting;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.ConflictsRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Conflicts as rows; the unique live key sees to it that there is one for each row of a route. */
final class JooqConflicts implements ConflictStore, ConflictInbox {

    private static final List<String> LIVE = Arrays.stream(ConflictState.values())
            .filter(ConflictState::isLive)
            .map(ConflictState::name)
            .toList();

    private final Transactions transactions;

    JooqConflicts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void sight(List<Sighting> sightings) {
        // By key, so that two who write the same rows wait for each other instead of deadlocking.
        TreeMap<String, Sighting> byKey = new TreeMap<>();
        sightings.forEach(seen -> byKey.put(ConflictRows.liveKey(seen.route(), seen.targetItem()), seen));
        transactions.run(
                "open conflicts",
                sql -> Chunks.of(List.copyOf(byKey.keySet())).forEach(part -> sight(sql, part, byKey)));
    }

    private static void sight(DSLContext sql, List<String> keys, Map<String, Sighting> seen) {
        Map<String, ConflictsRecord> known = sql.selectFrom(CONFLICTS)
                .where(Lookups.isOneOf(CONFLICTS.LIVE_KEY, keys))
                .fetchMap(CONFLICTS.LIVE_KEY);
        for (String key : keys) {
            Sighting sighting = seen.get(key);
            if (sighting != null) {
                sight(sql, Optional.ofNullable(known.get(key)), sighting);
            }
        }
    }

    private static void sight(DSLContext sql, Optional<ConflictsRecord> known, Sighting seen) {
        if (known.isPresent()) {
            Conflict before = ConflictRows.conflict(known.get());
            sql.update(CONFLICTS)
                    .set(ConflictRows.row(before.seen(seen)))
                    .where(CONFLICTS.ID.eq(before.id()))
                    .and(CONFLICTS.LIVE_KEY.isNotNull())
                    .execute();
            return;
        }
        // Whoever added it this moment has seen the same.
        boolean unused = Upserts.add(sql.insertInto(CONFLICTS).set(ConflictRows.row(Conflict.first(0, seen))));
    }

    @Override
    public boolean keep(long id, Answer answer) {
        return transactions.call(
                "answer conflict",
                sql -> sql.selectFrom(CONFLICTS)
                        .where(CONFLICTS.ID.eq(id))
                        .and(CONFLICTS.LIVE_KEY.isNotNull())
                        .fetchOptional(ConflictRows::conflict)
                        .map(conflict -> sql.update(CONFLICTS)
                                        .set(ConflictRows.row(conflict.kept(answer)))
                                        .where(CONFLICTS.ID.eq(id))
                                        .and(CONFLICTS.LIVE_KEY.isNotNull())
                                        .execute()
                                == 1)
                        .orElse(false));
    }

    @Override
    public void close(RouteId route, Collection<ExternalId> targetItems, Set<ConflictState> states, Instant at) {
        List<String> keys = targetItems.stream()
                .map(item -> ConflictRows.liveKey(route, item))
                .sorted()
                .distinct()
                .toList();
        List<String> named = states.stream().map(ConflictState::name).sorted().toList();
        transactions.run(
                "close conflicts",
                sql -> Chunks.of(keys)
                        .forEach(part -> sql.update(CONFLICTS)
                                .set(CONFLICTS.STATE, ConflictState.CLOSED.name())
                                .set(CONFLICTS.CLOSED_AT, at)
                                .setNull(CONFLICTS.LIVE_KEY)
                                .where(Lookups.isOneOf(CONFLICTS.LIVE_KEY, part))
                                .and(CONFLICTS.STATE.in(named))
                                .execute()));
    }

    @Override
    public Optional<Conflict> find(long id) {
        return transactions.call(
                "find conflict",
                sql -> sql.selectFrom(CONFLICTS).where(CONFLICTS.ID.eq(id)).fetchOptional(ConflictRows::conflict));
    }

    @Override
    public List<Conflict> live() {
        return list(CONFLICTS.STATE.in(LIVE));
    }

    @Override
    public List<Conflict> live(RouteId route) {
        return list(CONFLICTS.ROUTE_ID.eq(route.value()).and(CONFLICTS.STATE.in(LIVE)));
    }

    private List<Conflict> list(Condition which) {
        return transactions.call(
                "list conflicts",
                sql -> sql.selectFrom(CONFLICTS)
                        .where(which)
                        .orderBy(CONFLICTS.ID)
                        .fetch(ConflictRows::conflict));
    }
}
