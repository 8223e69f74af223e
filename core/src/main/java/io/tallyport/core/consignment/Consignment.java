package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.Optional;

/**
 * A consignment with all its lines, none left out.
 *
 * @param lines one for each product, in the platform's order
 */
public record Consignment(ConsignmentHeader header, List<ConsignmentLine> lines) {

    public Consignment {
        lines = List.copyOf(lines);
    }

    public ExternalId id() {
        return header.id();
    }

    public ConsignmentState state() {
        return header.state();
    }

    public Optional<ConsignmentLine> line(ExternalId product) {
        return lines.stream().filter(line -> line.product().equals(product)).findFirst();
    }
}
