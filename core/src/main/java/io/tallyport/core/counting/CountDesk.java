package io.tallyport.core.counting;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.history.AuditEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What every use case of counts works with. */
public record CountDesk(CountStores stores, Connectors connectors, CountPolicy policy, Clock clock) {

    /** Now, as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void audit(String actor, String action, String subject, String details) {
        stores.audit().record(new AuditEntry(now(), actor, action, subject, details));
    }
}
