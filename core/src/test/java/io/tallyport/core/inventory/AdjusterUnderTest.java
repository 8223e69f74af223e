package io.tallyport.core.inventory;

import java.time.Duration;

/** A shop behind a {@link StockAdjuster}, with a hand on what its platform does to a request: what the kit needs. */
public interface AdjusterUnderTest extends ShopUnderTest {

    StockAdjuster adjuster();

    /** The next adjustment is lost on its way: nothing is done, and no answer comes. */
    void loseTheNextRequest();

    /** The next adjustment is done, and its answer is lost. */
    void loseTheNextAnswer();

    /** The next adjustment gets no answer, and is done only when {@link #awaitTheLateOne} has returned. */
    void delayTheNext();

    /** Returns when the delayed one has been done. */
    void awaitTheLateOne();

    /** One unit is sold at the till between our look, if there is one, and the next write. */
    void sellOneJustBeforeTheNextWrite();

    /** Lets so much time pass, for us and for the platform. */
    void pass(Duration time);

    /** How long it takes at most until a lost write can land no more. */
    Duration settle();

    /** How many writes the platform has done so far. */
    long writesDone();
}
