package io.tallyport.cli;

import io.tallyport.core.inventory.validation.Flaw;
import io.tallyport.core.inventory.validation.FoundFlaw;
import io.tallyport.core.inventory.validation.ValidatedRow;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A validation as it is shown. */
record ValidationView(
        String id,
        String route,
        String kind,
        String started,
        String finished,
        boolean clean,
        boolean proven,
        long rows,
        long off,
        long compared,
        long equal,
        List<Read> reads,
        Map<String, Long> byFlaw,
        List<String> notes) {

    /** A read, and whether it proved that it saw everything. */
    record Read(String of, long seen, @Nullable Long total, boolean proven) {}

    /** What is off about a row. */
    record FlawView(String flaw, String meaning, String source, String target) {

        static FlawView of(FoundFlaw found) {
            return new FlawView(found.flaw().name(), found.flaw().meaning(), found.source(), found.target());
        }

        /** In one line. */
        String line() {
            String values = source.isEmpty() && target.isEmpty() ? "" : ": " + shown(source) + " / " + shown(target);
            return flaw + values;
        }

        private static String shown(String text) {
            return text.isEmpty() ? "-" : text;
        }
    }

    /** A row. */
    record Row(
            String sku,
            String title,
            @Nullable String sourceItem,
            @Nullable String targetItem,
            @Nullable String source,
            @Nullable String target,
            @Nullable String difference,
            @Nullable Integer rank,
            List<FlawView> flaws) {

        static Row of(ValidatedRow row) {
            return new Row(
                    row.sku(),
                    row.title(),
                    row.sourceItem().map(ExternalId::value).orElse(null),
                    row.targetItem().map(ExternalId::value).orElse(null),
                    row.source().map(Quantity::toString).orElse(null),
                    row.target().map(Quantity::toString).orElse(null),
                    row.difference().map(Quantity::toString).orElse(null),
                    row.rank().isPresent() ? row.rank().getAsInt() : null,
                    row.flaws().stream().map(FlawView::of).toList());
        }
    }

    static ValidationView of(Validation validation) {
        Map<String, Long> byFlaw = new TreeMap<>();
        validation.byFlaw().forEach((flaw, count) -> byFlaw.put(flaw.name(), count));
        return new ValidationView(
                validation.id().value(),
                validation.route().value(),
                validation.kind().name().toLowerCase(Locale.ROOT),
                validation.started().toString(),
                validation.finished().toString(),
                validation.isClean(),
                validation.isProven(),
                validation.rows(),
                validation.off(),
                validation.compared(),
                validation.equal(),
                validation.reads().stream().map(ValidationView::read).toList(),
                byFlaw,
                validation.notes());
    }

    private static Read read(Validation.Read read) {
        return new Read(
                read.name(),
                read.extent().items(),
                read.extent().total().isPresent() ? read.extent().total().getAsLong() : null,
                read.extent().complete());
    }

    /** What was read, in one line. */
    static String line(Read read) {
        String total = read.total() == null ? "the platform does not say of how many" : "of " + read.total();
        return read.seen() + " " + total + (read.proven() ? ", all" : ", NOT PROVEN to be all");
    }

    /** What a flaw of that name means. */
    static String meaning(String flaw) {
        return Flaw.valueOf(flaw).meaning();
    }
}
