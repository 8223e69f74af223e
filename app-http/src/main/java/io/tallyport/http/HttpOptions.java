package io.tallyport.http;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the HTTP app is started.
 *
 * @param host whose connections are taken; loopback by default, since TLS is a proxy's
 * @param port 0 for any that is free
 * @param data the data directory
 * @param withWorker whether a worker runs in the same process
 * @param proxies addresses of reverse proxies, who are believed where a request comes from
 */
record HttpOptions(String host, int port, Path data, boolean withWorker, Set<String> proxies) {

    static final String USAGE = """
            Usage: tallyport-http [--host HOST] [--port PORT] [--data DIRECTORY] [--with-worker] [--proxy ADDRESS]

            Takes webhooks in and serves the REST API until it is stopped by SIGTERM or Ctrl-C.

              --host HOST        takes connections to this address only; 127.0.0.1 unless given
              --port PORT        listens there; 8080 unless given, 0 for any that is free
              --data DIRECTORY   the data directory; ~/.tallyport unless given
              --with-worker      runs a worker in the same process
              --proxy ADDRESS    believes this address, a reverse proxy's, in X-Forwarded-For; may be repeated
              --help             shows this

            It speaks plain HTTP: let a reverse proxy do TLS. Make the first token of the API with:
              tallyport token create NAME --role admin
            """;

    private static final int PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    HttpOptions {
        proxies = Set.copyOf(proxies);
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static HttpOptions parse(List<String> args, Path home) {
        Deque<String> rest = new ArrayDeque<>(args);
        HttpOptions options = new HttpOptions("127.0.0.1", PORT, home.resolve(".tallyport"), false, Set.of());
        while (!rest.isEmpty()) {
            String name = rest.remove();
            options = switch (name) {
                case "--host" -> options.withHost(value(name, rest));
                case "--port" -> options.withPort(number(value(name, rest)));
                case "--data" -> options.withData(Path.of(value(name, rest)));
                case "--proxy" -> options.withProxy(value(name, rest));
                case "--with-worker" -> options.withWorker(true);
                default -> throw new IllegalArgumentException("unknown option \"" + name + "\"");
            };
        }
        return options;
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.remove();
    }

    private static int number(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw new IllegalArgumentException("--port is a number from 0 to " + HIGHEST_PORT + ", got \"" + text + "\"");
    }

    HttpOptions withHost(String other) {
        return new HttpOptions(other, port, data, withWorker, proxies);
    }

    HttpOptions withPort(int other) {
        return new HttpOptions(host, other, data, withWorker, proxies);
    }

    HttpOptions withData(Path other) {
        return new HttpOptions(host, port, other, withWorker, proxies);
    }

    HttpOptions withWorker(boolean on) {
        return new HttpOptions(host, port, data, on, proxies);
    }

    HttpOptions withProxy(String address) {
        Set<String> all = new HashSet<>(proxies);
        all.add(address);
        return new HttpOptions(host, port, data, withWorker, all);
    }
}
