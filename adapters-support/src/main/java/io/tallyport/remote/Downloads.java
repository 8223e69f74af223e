package io.tallyport.remote;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Opens large files of lines by the links that a platform's answers name, for one connection. The access token is never
 * sent along. Thread-safe; a {@link Download} is not.
 */
public final class Downloads {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final ConnectionId connection;
    private final URI baseUrl;
    private final FileDoor door;
    private final Surroundings around;
    private final AnswerClassifier codes;
    private final CallSettings patience;

    Downloads(
            ConnectionId connection,
            URI baseUrl,
            FileDoor door,
            Surroundings around,
            AnswerClassifier codes,
            CallSettings patience) {
        this.connection = connection;
        this.baseUrl = baseUrl;
        this.door = door;
        this.around = around;
        this.codes = codes;
        this.patience = patience;
    }

    /**
     * A download; no I/O before its first line is asked for.
     *
     * @param link as the platform gave it: https, or plain http on this machine where the platform itself is there
     * @param position the byte to begin at, the start of a line
     * @throws PortException.Protocol for another link
     */
    public Download open(CallSpec spec, String link, long position) {
        return new Download(spec, new Outcome(spec, connection), checked(spec, link), door, around, patience, position);
    }

    /** A link is as good as a token, so no message shows it. */
    private URI checked(CallSpec spec, String link) {
        try {
            URI url = new URI(link);
            if (url.getHost() != null && url.getRawUserInfo() == null && isSafe(url)) {
                return url;
            }
        } catch (URISyntaxException notOne) {
            throw unsafe(spec);
        }
        throw unsafe(spec);
    }

    private boolean isSafe(URI url) {
        boolean plain = "http".equals(url.getScheme())
                && "http".equals(baseUrl.getScheme())
                && LOOPBACK.contains(url.getHost());
        return plain || "https".equals(url.getScheme());
    }

    private PortException unsafe(CallSpec spec) {
        return new PortException.Protocol(
                FailureContext.of(spec.operation()).on(connection).withCode(codes.code(Breakdown.UNREADABLE)),
                "the link to the file does not lead to an https address, and is not followed",
                null);
    }
}
