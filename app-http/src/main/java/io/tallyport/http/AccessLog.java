package io.tallyport.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line of JSON for each request: no query, no body, no header, and of a webhook's path not its secret. */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.tallyport.http.access");

    private AccessLog() {}

    static void line(Context context, float millis) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("request", RequestId.of(context));
        line.put("method", context.method().toString());
        line.put("path", path(context.path()));
        line.put("status", context.statusCode());
        line.put("millis", Math.round(millis));
        line.put("source", Sources.of(context));
        line.put("token", Caller.idOf(context));
        LOG.info("{}", Json.write(line));
    }

    /** {@code /webhooks/PLATFORM/CONNECTION/SECRET} without its secret; what is longer than paths of ours is cut. */
    static String path(String path) {
        String masked = path.replaceFirst("^(/+webhooks/+[^/]*/+[^/]*/+).+$", "$1********");
        return masked.length() <= 300 ? masked : masked.substring(0, 300);
    }
}
