package org.hifazat.assessment.catalogue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hifazat.assessment.instrument.RiskMatrix;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "assessments")
class ShippedInstrumentsTest {

  private final ShippedInstruments shipped;

  ShippedInstrumentsTest(ShippedInstruments shipped) {
    this.shipped = shipped;
  }

  @Test
  void aSecondStartWithTheSameFilesChangesNothing() {
    assertThatCode(() -> hold(RiskMatrix.form(), RiskMatrix.descriptorText()))
        .doesNotThrowAnyException();
  }

  @Test
  void aPublishedInstrumentThatWasChangedKeepsTheServiceFromStarting() {
    assertThatThrownBy(
            () ->
                hold(RiskMatrix.form().replace("&gt;= 4", "&gt;= 5"), RiskMatrix.descriptorText()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("make a new version");
    assertThatThrownBy(
            () ->
                hold(
                    RiskMatrix.form(),
                    RiskMatrix.descriptorText().replace("\"any-caseworker\"", "\"clinical\"")))
        .hasMessageContaining("make a new version");
  }

  @Test
  void aShippedFormThatCannotBePublishedKeepsTheServiceFromStarting() {
    assertThatThrownBy(
            () ->
                hold(
                    RiskMatrix.form()
                        .replace("id=\"kp-risk-matrix\"", "id=\"broken\"")
                        .replace("lang=\"ps\"", "lang=\"fa\""),
                    RiskMatrix.descriptorText().replace("\"kp-risk-matrix\"", "\"broken\"")))
        .hasMessageContaining("language-missing");
  }

  private void hold(String form, String descriptor) {
    shipped.hold(form, descriptor, RiskMatrix.goldenText());
  }
}
