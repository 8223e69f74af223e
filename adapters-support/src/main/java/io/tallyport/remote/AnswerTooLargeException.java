package io.tallyport.remote;

import java.io.IOException;

/** An answer was larger than the limit, and was not read to its end. */
final class AnswerTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(int limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
