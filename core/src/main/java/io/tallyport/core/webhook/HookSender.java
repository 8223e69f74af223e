package io.tallyport.core.webhook;

import java.net.URI;

/** Sends a hook as a platform would. Thread-safe. */
@FunctionalInterface
public interface HookSender {

    /**
     * Posts it once.
     *
     * @return the HTTP status of the answer
     * @throws io.tallyport.core.kernel.PortException.Transient when nothing answers
     */
    int post(URI address, HookFormat.Sample hook);
}
