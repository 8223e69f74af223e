package io.tallyport.persistence;

import io.tallyport.core.inventory.RouteComparison.ReadExtent;
import io.tallyport.core.inventory.validation.Flaw;
import io.tallyport.core.inventory.validation.FoundFlaw;
import io.tallyport.core.inventory.validation.Validation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a validation that are kept as lines of text, with tabs between what a line says. */
final class ValidationTexts {

    private ValidationTexts() {}

    static String reads(List<Validation.Read> reads) {
        return reads.stream()
                .map(read -> read.name() + "\t" + read.extent().items() + "\t" + total(read.extent()))
                .collect(Collectors.joining("\n"));
    }

    private static String total(ReadExtent extent) {
        return extent.total().isPresent() ? Long.toString(extent.total().getAsLong()) : "";
    }

    static List<Validation.Read> reads(@Nullable String text) {
        return lines(text).stream()
                .map(line -> line.split("\t", -1))
                .map(parts -> new Validation.Read(
                        parts[0],
                        new ReadExtent(
                                Long.parseLong(parts[1]),
                                parts[2].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts[2])))))
                .toList();
    }

    static String counts(Map<Flaw, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Map<Flaw, Long> counts(@Nullable String text) {
        Map<Flaw, Long> counts = new EnumMap<>(Flaw.class);
        lines(text).forEach(line -> {
            String[] parts = line.split("\t", -1);
            counts.put(Flaw.valueOf(parts[0]), Long.parseLong(parts[1]));
        });
        return counts;
    }

    static String flaws(List<FoundFlaw> flaws) {
        return flaws.stream()
                .map(found -> found.flaw() + "\t" + escaped(found.source()) + "\t" + escaped(found.target()))
                .collect(Collectors.joining("\n"));
    }

    static List<FoundFlaw> flaws(@Nullable String text) {
        return lines(text).stream()
                .map(line -> line.split("\t", -1))
                .map(parts -> new FoundFlaw(Flaw.valueOf(parts[0]), unescaped(parts[1]), unescaped(parts[2])))
                .toList();
    }

    static List<String> lines(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
            } else {
                char next = text.charAt(++i);
                plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
            }
        }
        return plain.toString();
    }
}
