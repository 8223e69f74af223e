package io.tallyport.core.counting;

import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.purchasing.PartnerMappingStore;

/** What use cases of counts keep things in; one unit of work over all of them. A count has no table of its own. */
public record CountStores(
        IntentJournal journal, PartnerMappingStore partners, AuditTrail audit, UnitOfWork unitOfWork) {}
