package io.tallyport.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** Names each request: as the caller did where that is fit to be written down, else by chance. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "request-id";
    private static final String MARK = "request";
    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private RequestId() {}

    /** Gives the request its name, in the answer and in the log. */
    static void begin(Context context) {
        String id = Optional.ofNullable(context.header(HEADER))
                .filter(given -> FIT.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        context.attribute(ATTRIBUTE, id);
        context.header(HEADER, id);
        MDC.put(MARK, id);
    }

    static void end() {
        MDC.remove(MARK);
    }

    static String of(Context context) {
        String id = context.attribute(ATTRIBUTE);
        return id == null ? "-" : id;
    }
}
