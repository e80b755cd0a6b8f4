package org.hifazat.cases.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+92", "-1", "@SUM(A1)", "\tx", "\rx"})
  void whatASpreadsheetWouldCalculateIsText(String cell) {
    assertThat(Csv.cell(cell)).isEqualTo("\"'" + cell + "\"");
  }

  @Test
  void whatIsOrdinaryStaysAsItIs() {
    assertThat(Csv.line(List.of("KP-2026-000001", "a \"quoted\", one", "", "پشاور")))
        .isEqualTo("\"KP-2026-000001\",\"a \"\"quoted\"\", one\",\"\",\"پشاور\"\r\n");
  }
}
