package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.http.SandboxRequest;
import java.util.Optional;

/**
 * The part of a list that a request asks for.
 *
 * @param after versions above this one; {@link #FROM_START} for all
 * @param before versions below this one; {@link #TO_END} for all
 * @param size of a page at most
 * @param deleted whether deleted rows are shown
 */
record Window(long after, long before, int size, boolean descending, boolean deleted) {

    static final long FROM_START = -1;
    static final long TO_END = Long.MAX_VALUE;

    /** Not published; the vendor's schema names 100 where it names any. */
    private static final int USUAL_PAGE = 100;

    /** Not published; the vendor's own client asks for so many. */
    private static final int LARGEST_PAGE = 10_000;

    /** What the parameters of a 2.0 list, or of a dated list read by GET, ask for; a page too large is made smaller. */
    static Window of(SandboxRequest request) {
        return of(request, LARGEST_PAGE);
    }

    /** The same for a list whose largest page the vendor names. */
    static Window of(SandboxRequest request, int largest) {
        long size = number(request, "page_size").orElse((long) USUAL_PAGE);
        if (size < 1) {
            throw Refusal.badRequest("page_size must be 1 or more");
        }
        return new Window(
                number(request, "after").orElse(FROM_START),
                number(request, "before").orElse(TO_END),
                (int) Math.min(size, largest),
                false,
                request.parameter("deleted").filter("true"::equals).isPresent());
    }

    /** Everything there is, in ascending order. */
    static Window whole(boolean deleted) {
        return new Window(FROM_START, TO_END, Integer.MAX_VALUE, false, deleted);
    }

    /** The same of a list that never shows what was deleted. */
    Window withoutDeleted() {
        return new Window(after, before, size, descending, false);
    }

    /** Whether this page follows another. */
    boolean continued() {
        return descending ? before != TO_END : after > 0;
    }

    /** Where the page before this one ended. */
    long cursor() {
        return descending ? before : after;
    }

    private static Optional<Long> number(SandboxRequest request, String name) {
        Optional<String> text = request.parameter(name).filter(value -> !value.isEmpty());
        text.filter(value -> !value.matches("-?\\d{1,18}")).ifPresent(value -> {
            throw Refusal.badRequest(name + " must be a whole number");
        });
        return text.map(Long::valueOf);
    }
}
