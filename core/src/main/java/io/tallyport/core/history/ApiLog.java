package io.tallyport.core.history;

import java.util.List;

/**
 * The journal of remote calls. Recording never fails a call: an implementation that cannot store says so in its own log
 * and returns. Thread-safe.
 */
public interface ApiLog {

    void record(ApiCall call);

    /** The newest first. */
    List<ApiCall> recent(int limit);
}
