package io.tallyport.core.kernel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A unit of work that stores something and then fails. */
public final class Undone {

    private Undone() {}

    /** Runs {@code body} in one unit of work that fails after it. */
    public static void in(UnitOfWork unitOfWork, Runnable body) {
        assertThatThrownBy(() -> unitOfWork.inOne(() -> {
                    body.run();
                    throw new Thrown();
                }))
                .isInstanceOf(Thrown.class);
    }

    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
