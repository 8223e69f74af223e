package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.SandboxRequest;

/** Which requests faults of pages are about. */
final class Paging {

    private Paging() {}

    /** Whether {@code request} reads a page that {@code kind} can spoil: any page, or for a repetition a further one. */
    static boolean concerned(SandboxRequest request, Target target, FaultKind kind) {
        if (!target.paged() || (target.shape().equals("products") && ProductReads.named(request))) {
            return false;
        }
        if (request.method().equals("GET")) {
            return kind != FaultKind.DUPLICATE_PAGE || Window.of(request).continued();
        }
        if (target.adjusting() || target.trading()) {
            return false;
        }
        InventoryQuery query = InventoryQuery.parse(request.body());
        return query.product().isEmpty()
                && (kind != FaultKind.DUPLICATE_PAGE || query.window().continued());
    }
}
