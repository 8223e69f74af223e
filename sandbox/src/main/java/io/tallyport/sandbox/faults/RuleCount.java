package io.tallyport.sandbox.faults;

/**
 * What became of one rule so far.
 *
 * @param kind by its name in scripts
 * @param matched requests it was about
 * @param hit requests that were to go wrong
 * @param ignored hits that meant nothing for their request, which was then answered as ever
 */
public record RuleCount(String kind, long matched, long hit, long ignored) {}
