package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        Table table = Table.of("SKU", ">QTY", "WHY").row("A", 5, "x").row("LONGER", -120, "y");
        assertThat(table.heading()).isEqualTo("SKU      QTY  WHY");
        assertThat(table.body()).containsExactly("A          5  x", "LONGER  -120  y");
    }

    @Test
    void keepsColumnsInLineWithUmlautsAndSymbols() {
        Table table = Table.of("A", "B").row("Käse", "x").row("ok 👍", "y");
        assertThat(table.body()).containsExactly("Käse  x", "ok 👍  y");
    }

    @Test
    void letsNothingThroughThatSteersTheTerminal() {
        Table table = Table.of("A").row("evil\u001b[2J\r\nrow");
        assertThat(table.body()).containsExactly("evil [2J  row");
    }

    @Test
    void cutsLongCellsExceptTheLast() {
        String text = "x".repeat(80);
        String line = Table.of("A", "B").row(text, text).body().get(0);
        assertThat(line).startsWith("x".repeat(59) + "…  ").endsWith("  " + text);
    }

    @Test
    void takesOnlyRowsThatFit() {
        Table table = Table.of("A", "B");
        assertThatThrownBy(() -> table.row("one")).isInstanceOf(IllegalArgumentException.class);
        assertThat(table.isEmpty()).isTrue();
    }
}
