package io.tallyport.core.inventory.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    private static void means(String raw, String text) {
        assertThat(PlainText.of(raw)).as(raw).isEqualTo(text);
    }

    @Test
    void tagsAreNotText() {
        means("<p>One</p><p>Two</p>", "One Two");
        means("<strong>Bold</strong>, made", "Bold, made");
        means("a<br>b<br/>c", "a b c");
        means("<ul><li>x</li><li>y</li></ul>", "x y");
        means("x<!-- hidden <b> -->y", "xy");
        means("x<style>p{color:red}</style>y", "x y");
        means("x<script>if (a<b) {}</script>y", "x y");
        means("  much \t white \u00a0 space  ", "much white space");
    }

    @Test
    void entitiesAreWhatTheyStandFor() {
        means("salt &amp; pepper &lt;3", "salt & pepper <3");
        means("it&#39;s &#x20ac;5&nbsp;only", "it's \u20ac5 only");
        means("AT&T; R&D", "AT&T; R&D");
        means("&unknown; &#xZZ; &#;", "&unknown; &#xZZ; &#;");
    }

    @Test
    void whatIsNoMarkupStays() {
        means("size < 5 & > 3", "size < 5 & > 3");
        means("5<7 and 7>5", "5<7 and 7>5");
        means("no end <p", "no end <p");
    }

    @Test
    void composedAndDecomposedLettersAreOne() {
        assertThat(PlainText.of("Cafe\u0301")).isEqualTo("Caf\u00e9");
    }

    @Test
    void whatWasNeverClosedEndsSomewhere() {
        assertThat(PlainText.of("a<!-- b")).isEqualTo("a");
        assertThat(PlainText.of("a<script>b")).isEqualTo("a");
        assertThat(PlainText.of("<")).isEqualTo("<");
        assertThat(PlainText.of("&")).isEqualTo("&");
    }
}
