package io.tallyport.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A process that works on a peer's queue as {@link QueueChild} tells it, line by line: first which, then {@code start JOBS POLL},
 * {@code count} and {@code stop}. It ends when nobody speaks to it any more.
 */
final class QueueProcess {

    /** No figure takes that long. */
    private static final Duration LIFE = Duration.ofHours(2);

    private final QueuePeer peer;
    private Arrivals arrivals = new Arrivals(0);
    private QueuePeer.@Nullable Running running;

    private QueueProcess(QueuePeer peer) {
        this.peer = peer;
    }

    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        // What libraries print is not an answer.
        System.setOut(System.err);
        Thread limit = new Thread(() -> {
            Waiting.pause(LIFE);
            Runtime.getRuntime().halt(1);
        });
        limit.setDaemon(true);
        limit.start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String[] first = lines.readLine().split("\t", -1);
        QueuePeer peer = QueuePeers.open(first[0], new QueueServer(first[1], first[2], first[3]));
        QueueProcess process = new QueueProcess(peer);
        // Opens its connections.
        peer.start(number -> {}, QueuePeer.Poll.USUAL).stop();
        answers.println("ready");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            answers.println(process.answer(line.split(" ", -1)));
        }
        // Its libraries' threads may be no daemons.
        Runtime.getRuntime().halt(0);
    }

    private String answer(String[] words) {
        return switch (words[0]) {
            case "start" -> {
                arrivals = new Arrivals(Integer.parseInt(words[1]));
                running = peer.start(arrivals, QueuePeer.Poll.valueOf(words[2]));
                yield "started";
            }
            case "count" -> Integer.toString(arrivals.count());
            case "stop" -> {
                if (running != null) {
                    running.stop();
                }
                running = null;
                yield arrivals.line();
            }
            default -> throw new IllegalArgumentException(words[0]);
        };
    }
}
