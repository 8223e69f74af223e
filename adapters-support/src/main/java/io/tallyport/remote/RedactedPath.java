package io.tallyport.remote;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The path of a URL as it may be journalled: without host, and without the values of token-like parameters. */
final class RedactedPath {

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(token|secret|passw|signature|hmac|credential|api[_-]?key|auth).*|code|key|state");
    private static final int LONGEST = 500;

    private RedactedPath() {}

    static String of(String url) {
        int host = url.indexOf("//");
        int slash = host < 0 ? 0 : url.indexOf('/', host + 2);
        String path = slash < 0 ? "/" : url.substring(slash);
        int question = path.indexOf('?');
        String shown = question < 0
                ? path
                : path.substring(0, question + 1)
                        + Arrays.stream(path.substring(question + 1).split("&"))
                                .map(RedactedPath::parameter)
                                .collect(Collectors.joining("&"));
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown;
    }

    private static String parameter(String pair) {
        int equals = pair.indexOf('=');
        return equals > 0 && SECRET.matcher(pair.substring(0, equals)).matches()
                ? pair.substring(0, equals) + "=***"
                : pair;
    }
}
