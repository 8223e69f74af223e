package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.UnitOfWork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link OpenWrites} keeps to. */
public interface OpenWritesContract {

    LocationRef TILL_SHOP = new LocationRef(new ConnectionId("till"), new ExternalId("1"));
    LocationRef WEB_SHOP = new LocationRef(new ConnectionId("web"), new ExternalId("1"));

    /** The store; the routes MERGED and OTHER of the levels' kit are there. */
    OpenWrites openWrites();

    UnitOfWork unitOfWork();

    private static OpenWrite write(LocationRef at, String item, RouteId route, String intent) {
        return new OpenWrite(at, new ExternalId(item), route, new ExternalId("t" + item), intent);
    }

    private static List<ExternalId> items(String... items) {
        return List.of(items).stream().map(ExternalId::new).toList();
    }

    @Test
    default void openWritesAreFoundByPlaceAndByRoute() {
        OpenWrite one = write(TILL_SHOP, "1", MergeLevelsContract.MERGED, "i1");
        OpenWrite same = write(WEB_SHOP, "1", MergeLevelsContract.MERGED, "i2");
        OpenWrite other = write(TILL_SHOP, "2", MergeLevelsContract.OTHER, "i3");
        openWrites().open(List.of(one, same, other));

        assertThat(openWrites().at(TILL_SHOP, items("1", "2", "3"))).containsExactlyInAnyOrder(one, other);
        assertThat(openWrites().at(WEB_SHOP, items("1"))).containsExactly(same);
        assertThat(openWrites().of(MergeLevelsContract.MERGED)).containsExactly(one, same);
    }

    @Test
    default void aLevelHasOneWriterOverAllRoutes() {
        openWrites().open(List.of(write(TILL_SHOP, "1", MergeLevelsContract.MERGED, "i1")));

        assertThatThrownBy(() -> unitOfWork()
                        .inOne(() -> openWrites()
                                .open(List.of(
                                        write(TILL_SHOP, "2", MergeLevelsContract.OTHER, "i2"),
                                        write(TILL_SHOP, "1", MergeLevelsContract.OTHER, "i2")))))
                .isInstanceOf(PortException.Conflict.class);

        assertThat(openWrites().of(MergeLevelsContract.OTHER)).isEmpty();
    }

    @Test
    default void aWriteIsClosedByItsOwnIntentOnly() {
        OpenWrite one = write(TILL_SHOP, "1", MergeLevelsContract.MERGED, "i1");
        OpenWrite two = write(TILL_SHOP, "2", MergeLevelsContract.MERGED, "i1");
        openWrites().open(List.of(one, two));

        openWrites().close("i2", TILL_SHOP, items("1", "2"));
        openWrites().close("i1", WEB_SHOP, items("1", "2"));
        openWrites().close("i1", TILL_SHOP, items("1"));

        assertThat(openWrites().of(MergeLevelsContract.MERGED)).containsExactly(two);
        openWrites().open(List.of(one));
        assertThat(openWrites().at(TILL_SHOP, items("1"))).containsExactly(one);
    }
}
