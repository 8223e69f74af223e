package io.tallyport.sandbox.faults;

import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.SandboxRequest;

/** A rule in force and what it has counted; guarded by the engine's lock. */
final class ArmedRule {

    private final FaultRule rule;
    private long matched;
    private long hit;
    private long ignored;

    ArmedRule(FaultRule rule) {
        this.rule = rule;
    }

    Fault fault() {
        return rule.fault();
    }

    /** Counts the request if the rule is about it; true when it is this one's turn to go wrong. */
    boolean matches(String platform, SandboxRequest request) {
        if (!rule.matches(platform, request)) {
            return false;
        }
        matched++;
        return rule.hits(matched);
    }

    void hit() {
        hit++;
    }

    void ignored() {
        ignored++;
    }

    RuleCount count() {
        return new RuleCount(rule.fault().kind().scriptName(), matched, hit, ignored);
    }
}
