package io.tallyport.core.connection;

import java.util.Map;
import java.util.Optional;

/** Keeps settings of this installation as text by key; never a secret. Joins the caller's unit of work; thread-safe. */
public interface SettingStore {

    Optional<String> find(String key);

    /** Adds or replaces. */
    void put(String key, String value);

    /** False when there was none. */
    boolean remove(String key);

    /** All of them. */
    Map<String, String> all();
}
