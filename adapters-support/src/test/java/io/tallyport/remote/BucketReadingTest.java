package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketReadingTest {

    @Test
    void aLeakyBucketIsReadFromItsHeaders() {
        assertThat(BucketReading.leaky("92.5/90", "1.5")).contains(new BucketReading(90, -2.5, 1.5));
    }

    @Test
    void headersThatMakeNoSenseAreNoReading() {
        assertThat(BucketReading.leaky("many", "1")).isEmpty();
        assertThat(BucketReading.leaky("1/2/3", "1")).isEmpty();
        assertThat(BucketReading.leaky("1/2", "")).isEmpty();
    }
}
