package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

class StreamedBodyTest {

    private final StreamedBody body = new StreamedBody(Duration.ofSeconds(20));
    private final Tap tap = new Tap();

    private static final class Tap implements Subscription {
        private long asked;
        private boolean closed;

        @Override
        public void request(long count) {
            asked += count;
        }

        @Override
        public void cancel() {
            closed = true;
        }
    }

    private static List<ByteBuffer> bytes(String text) {
        return List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void noMoreIsAskedForThanIsRead() throws IOException {
        body.onSubscribe(tap);
        body.onNext(bytes("ab"));
        assertThat(tap.asked).isEqualTo(1);
        assertThat(body.read()).isEqualTo('a');
        assertThat(body.read()).isEqualTo('b');
        assertThat(tap.asked).isEqualTo(2);
    }

    @Test
    void theEndStaysTheEnd() throws IOException {
        body.onSubscribe(tap);
        body.onNext(bytes(""));
        body.onNext(bytes("a"));
        body.onComplete();
        assertThat(body.readAllBytes()).containsExactly('a');
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void whatBreaksTheTransferIsToldAfterWhatCameBefore() throws IOException {
        body.onSubscribe(tap);
        body.onNext(bytes("a"));
        body.onError(new IOException("cut"));
        assertThat(body.read()).isEqualTo('a');
        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessage("cut");
    }

    @Test
    void closingStopsTheTransferEvenBeforeItBegins() {
        body.close();
        body.onSubscribe(tap);
        assertThat(tap.closed).isTrue();
        assertThat(tap.asked).isZero();
    }
}
