package io.tallyport.sandbox.rseries;

import io.tallyport.sandbox.http.SandboxRequest;
import java.util.Set;

/** What a request costs, in tenths. */
final class Pricing {

    private static final int BASE = 10;
    private static final int COUNT = 100;
    private static final int NESTED_ENTITY = 5;

    private Pricing() {}

    static int tenths(SandboxRequest request, Target target) {
        if (request.query().containsKey("count")) {
            return COUNT;
        }
        if (!request.method().equals("GET")) {
            return BASE + NESTED_ENTITY * ItemWrites.nested(request.body()) + relations(request, 1);
        }
        return BASE + relations(request, target.list() ? 2 : 1);
    }

    private static int relations(SandboxRequest request, int times) {
        return times
                * request.parameter("load_relations").map(Pricing::known).orElse(Set.of()).stream()
                        .mapToInt(Relation::tenths)
                        .sum();
    }

    private static Set<Relation> known(String raw) {
        try {
            return Relation.parse(raw);
        } catch (Refusal e) {
            return Set.of();
        }
    }
}
