package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.LogMark;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Lines of the log bear the run and the connection that they are about. */
class LogMarksIT {

    @TempDir
    Path directory;

    /** What was logged, and under which marks. */
    private static final class Lines extends AsyncAppender {

        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void doAppend(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    }

    @Test
    void theLineOfARunBearsItsRunAndItsTarget() {
        Lines lines = new Lines();
        Logger ours = (Logger) LoggerFactory.getLogger("io.tallyport");
        ours.addAppender(lines);
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withSkus(20))) {
            Installation here =
                    Installation.connected(directory, sandbox, sandbox.rseriesBaseUrl(), sandbox.shopifyBaseUrl());
            here.done("stock apply plan.json --confirm --verbose");
            String run = here.done("runs list --json").json().get(0).path("id").asText();

            assertThat(lines.events)
                    .filteredOn(event -> event.getFormattedMessage().startsWith("run " + run))
                    .singleElement()
                    .satisfies(event -> assertThat(event.getMDCPropertyMap())
                            .containsAllEntriesOf(Map.of(LogMark.RUN, run, LogMark.CONNECTION, "web")));
            assertThat(lines.events)
                    .filteredOn(event -> event.getFormattedMessage().startsWith("planned route"))
                    .allSatisfy(event -> assertThat(event.getMDCPropertyMap()).doesNotContainKey(LogMark.RUN));
        } finally {
            ours.detachAppender(lines);
        }
    }

    @Test
    void aMarkGivesBackWhatWasThereBefore() {
        try (LogMark outer = LogMark.connection(new ConnectionId("till"))) {
            try (LogMark inner = LogMark.connection(new ConnectionId("web"));
                    LogMark run = LogMark.run("r-1")) {
                assertThat(MDC.get(LogMark.CONNECTION)).isEqualTo("web");
                assertThat(MDC.get(LogMark.RUN)).isEqualTo("r-1");
            }
            assertThat(MDC.get(LogMark.CONNECTION)).isEqualTo("till");
            assertThat(MDC.get(LogMark.RUN)).isNull();
        }
        assertThat(MDC.get(LogMark.CONNECTION)).isNull();
    }
}
