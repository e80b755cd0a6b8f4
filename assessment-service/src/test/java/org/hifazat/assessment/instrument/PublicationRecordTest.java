package org.hifazat.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "assessments")
class PublicationRecordTest {

  private final PublicationRecord record;

  PublicationRecordTest(PublicationRecord record) {
    this.record = record;
  }

  @Test
  void theSameFormMayBePublishedAgain() {
    assertThatCode(() -> record.hold(RiskMatrix.published())).doesNotThrowAnyException();
  }

  @Test
  void aPublishedFormThatWasChangedKeepsTheServiceFromStarting() {
    Instrument changed =
        Instrument.publish(
            RiskMatrix.descriptor(), RiskMatrix.form().replace("&gt;= 4", "&gt;= 5"));
    assertThatThrownBy(() -> record.hold(changed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("make a new version");
  }
}
