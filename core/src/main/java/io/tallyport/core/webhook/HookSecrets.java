package io.tallyport.core.webhook;

import java.util.List;

/** Under which purposes a connection keeps the secrets of its hooks. */
public final class HookSecrets {

    /** What hooks are signed with, where it is not the app's own secret. */
    public static final String SIGNING = "webhook";

    /** What they were signed with before, and may be for a while. */
    public static final String SIGNING_BEFORE = "webhook-previous";

    /** The app's secret, with which the platforms sign unless told otherwise. */
    public static final String CLIENT = "client-secret";

    /** What the path of unsigned hooks holds. */
    public static final String PATH = "webhook-path";

    /** What it held before. */
    public static final String PATH_BEFORE = "webhook-path-previous";

    static final List<String> ALL_SIGNING = List.of(SIGNING, SIGNING_BEFORE, CLIENT);
    static final List<String> ALL_PATHS = List.of(PATH, PATH_BEFORE);

    private HookSecrets() {}
}
