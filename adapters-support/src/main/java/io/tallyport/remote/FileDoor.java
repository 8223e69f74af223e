package io.tallyport.remote;

import io.tallyport.core.history.ApiCall;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a file once, from some byte on: without any token, since the link itself is the key. Journals the path alone,
 * because the rest of a link opens the file to whoever reads it.
 */
final class FileDoor {

    /** What storage answers about a link that is spent, or about a file that is gone or another one. */
    private static final Set<Integer> GONE = Set.of(400, 401, 403, 404, 410, 416);

    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final int WHOLE = 200;
    private static final int PART = 206;

    private final ConnectionId connection;
    private final HttpClient client;
    private final HttpSettings http;
    private final Surroundings around;
    private final AnswerClassifier codes;
    private final DownloadSettings limits;
    private final Sending sending;

    FileDoor(
            ConnectionId connection,
            HttpClient client,
            HttpSettings http,
            Surroundings around,
            AnswerClassifier codes,
            DownloadSettings limits) {
        this.connection = connection;
        this.client = client;
        this.http = http;
        this.around = around;
        this.codes = codes;
        this.limits = limits;
        this.sending = new Sending(connection, around, codes);
    }

    DownloadSettings limits() {
        return limits;
    }

    /**
     * The file's lines from {@code position} on, the start of a line.
     *
     * @throws AttemptFailure when they cannot be had
     */
    BoundedLines open(CallSpec spec, URI link, long position) {
        around.gate().check(connection, spec.access(), spec.operation());
        Instant start = around.clock().instant();
        try {
            HttpResponse<InputStream> answer = send(link, position);
            Optional<Problem> problem = problem(answer);
            journal(spec, link, start, OptionalInt.of(answer.statusCode()), problem);
            if (problem.isPresent()) {
                answer.body().close();
                throw AttemptFailure.answered(problem.get(), answer.statusCode());
            }
            return placed(answer, position);
        } catch (IOException e) {
            Problem problem = problem(e);
            journal(spec, link, start, OptionalInt.empty(), Optional.of(problem));
            throw AttemptFailure.unanswered(problem, e);
        }
    }

    Problem problem(IOException broken) {
        return sending.problem(broken);
    }

    ErrorCode interrupted() {
        return codes.code(Breakdown.INTERRUPTED);
    }

    Problem coded(Problem problem) {
        return sending.coded(problem);
    }

    private HttpResponse<InputStream> send(URI link, long position) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(link).timeout(http.readTimeout()).header("User-Agent", http.userAgent());
        if (position > 0) {
            request.header("Range", "bytes=" + (position - 1) + "-");
        }
        try {
            return client.send(request.build(), head -> new StreamedBody(limits.stall()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private Optional<Problem> problem(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String message = "the file's store answered with status " + status;
        if (status == WHOLE || status == PART) {
            return isWebPage(answer)
                    ? Optional.of(Problem.of(
                            Problem.Kind.GARBLED,
                            "an HTML page came instead of the file",
                            codes.code(Breakdown.UNREADABLE)))
                    : Optional.empty();
        }
        if (GONE.contains(status)) {
            return Optional.of(Problem.of(Problem.Kind.REJECTED, message, codes.code(Breakdown.UNREACHABLE)));
        }
        return Optional.of(
                status >= 500 || LATER.contains(status)
                        ? Problem.of(Problem.Kind.NOT_DONE, message, codes.code(Breakdown.UNREACHABLE))
                        : Problem.unreadable(message).withCode(codes.code(Breakdown.UNREADABLE)));
    }

    private static boolean isWebPage(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("content-type")
                .filter(kind -> kind.toLowerCase(Locale.ROOT).contains("html"))
                .isPresent();
    }

    /** The byte before the place must end a line: it is asked for as well, and shows that the file is still the same. */
    private BoundedLines placed(HttpResponse<InputStream> answer, long position) throws IOException {
        InputStream body = answer.body();
        if (position > 0) {
            if (answer.statusCode() == WHOLE) {
                body.skipNBytes(position - 1);
            }
            if (body.read() != '\n') {
                body.close();
                throw AttemptFailure.answered(
                        Problem.of(
                                Problem.Kind.REJECTED,
                                "the file is not the one that was begun",
                                codes.code(Breakdown.UNREADABLE)),
                        answer.statusCode());
            }
        }
        return new BoundedLines(body, limits.maxLineBytes());
    }

    private void journal(CallSpec spec, URI link, Instant start, OptionalInt status, Optional<Problem> problem) {
        @Nullable String path = link.getRawPath();
        around.log()
                .record(new ApiCall(
                        start,
                        connection,
                        spec.operation(),
                        "GET",
                        path == null ? "/" : path,
                        status,
                        Duration.between(start, around.clock().instant()),
                        Optional.empty(),
                        problem.map(Problem::message)));
    }
}
