package org.tokenerror;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PrintableTest {

  @Test
  void quotesWhatCanBeSeenAsItIs() {
    assertEquals(
        "\"/caf\u00e9 \u4e2d \ud83d\ude00\"", Printable.quoted("/caf\u00e9 \u4e2d \ud83d\ude00"));
  }

  @Test
  void escapesWhatCannotBeSeenOrDeceives() {
    assertEquals(
        "\"\\\"\\\\\\n\\r\\t\\u0000\\u001b\\u007f\\u0085\\u2028\\u202e\\ufeff\\ud800\"",
        Printable.quoted("\"\\\n\r\t\u0000\u001b\u007f\u0085\u2028\u202e\ufeff\ud800"));
  }

  @Test
  void cutsLongValues() {
    assertEquals("\"" + "x".repeat(200) + "\"", Printable.quoted("x".repeat(200)));
    assertEquals("\"" + "x".repeat(200) + "...\"", Printable.quoted("x".repeat(201)));
  }
}
