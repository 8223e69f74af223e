package io.tallyport.core.doctor;

import java.util.Comparator;
import java.util.List;

/** Says what is missing, broken or about to end in an installation, each with what mends it. Writes nothing. */
public final class Doctor {

    private final List<Examiner> examiners;

    public Doctor(List<Examiner> examiners) {
        this.examiners = List.copyOf(examiners);
    }

    /** What was found: the worst first, else in the order of the examiners. */
    public List<Finding> examine() {
        return examiners.stream()
                .flatMap(examiner -> examiner.examine().stream())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
