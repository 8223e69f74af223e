package io.tallyport.cli;

/** How a command that runs until it is stopped learns that it is to stop. */
@FunctionalInterface
public interface Stopping {

    /**
     * Returns when the process is asked to end; {@code close} has run by then.
     *
     * @param close gives back what the command holds
     */
    void await(Runnable close) throws InterruptedException;
}
