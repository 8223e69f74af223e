package io.tallyport.core.history;

import java.time.Instant;

/**
 * Something that a person or a service did here.
 *
 * @param actor who
 * @param action what, such as {@code plan approved}
 * @param subject on what
 * @param details why and how; never a secret
 */
public record AuditEntry(Instant at, String actor, String action, String subject, String details) {}
