package io.tallyport.core.purchasing.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PollMarks} keeps to. */
public interface PollMarksContract {

    ConnectionId TILL = new ConnectionId("till");

    PollMarks marks();

    UnitOfWork transactions();

    @Test
    default void theLastMarkOfAConnectionCounts() {
        marks().put(TILL, new Cursor("1"));
        marks().put(TILL, new Cursor("x".repeat(5000)));
        marks().put(new ConnectionId("other"), new Cursor("ö"));

        assertThat(marks().find(TILL)).contains(new Cursor("x".repeat(5000)));
        assertThat(marks().find(new ConnectionId("other"))).contains(new Cursor("ö"));
        assertThat(marks().find(new ConnectionId("third"))).isEmpty();
    }

    @Test
    default void anUndoneMarkIsNotThere() {
        marks().put(TILL, new Cursor("1"));

        Undone.in(transactions(), () -> marks().put(TILL, new Cursor("2")));

        assertThat(marks().find(TILL)).contains(new Cursor("1"));
    }
}
