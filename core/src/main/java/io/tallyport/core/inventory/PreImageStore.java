package io.tallyport.core.inventory;

import io.tallyport.core.history.RunId;
import java.util.List;

/** Keeps pre-images; stored with their intent, before the write. Joins the caller's unit of work; thread-safe. */
public interface PreImageStore {

    void save(RunId run, List<PreImage> images);

    /** Those of a run whose intent was applied or may have been, in the order they were stored. */
    List<PreImage> ofRun(RunId run);
}
