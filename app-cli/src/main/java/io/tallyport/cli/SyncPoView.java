package io.tallyport.cli;

import io.tallyport.core.purchasing.sync.SyncPurchaseOrder;
import org.jspecify.annotations.Nullable;

/** How a sync of one order ended, as it is shown. */
record SyncPoView(
        String id,
        String ending,
        String message,
        @Nullable String again,
        @Nullable PoView order) {

    static SyncPoView of(SyncPurchaseOrder.Result result) {
        return new SyncPoView(
                result.order().id().value(),
                Choices.word(result.ending()),
                result.message(),
                result.again().map(Object::toString).orElse(null),
                PoView.of(result.order()));
    }

    static SyncPoView failed(String id, String failure) {
        return new SyncPoView(id, "failed", failure, null, null);
    }

    void print(Screen screen) {
        if (isInStep()) {
            screen.good("In step: " + message);
        } else if (again != null) {
            screen.attention("Waiting until " + again + ": " + message);
        } else {
            screen.attention(id + " " + ending + ": " + message);
        }
    }

    boolean isInStep() {
        return ending.equals("in-step");
    }

    int exit() {
        return isInStep() ? ExitCode.OK : ExitCode.PARTIAL;
    }
}
