package org.hifazat.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hifazat.cases.child.AgeBand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of Caring for Child Survivors (IRC/UNICEF 2012), giver by band. */
class ConsentGiverTest {
  @ParameterizedTest
  @CsvSource({
    "CHILD, false, true, true, true, true",
    "CAREGIVER, true, true, true, true, false",
    "OTHER_TRUSTED_ADULT, true, true, true, true, false",
    "COURT, true, true, true, true, true"
  })
  void theBandSaysWhoMayDecide(
      ConsentGiver giver, boolean to5, boolean to11, boolean to14, boolean to17, boolean adult) {
    assertThat(giver.mayDecideFor(AgeBand.UP_TO_5)).isEqualTo(to5);
    assertThat(giver.mayDecideFor(AgeBand.FROM_6)).isEqualTo(to11);
    assertThat(giver.mayDecideFor(AgeBand.FROM_12)).isEqualTo(to14);
    assertThat(giver.mayDecideFor(AgeBand.FROM_15)).isEqualTo(to17);
    assertThat(giver.mayDecideFor(AgeBand.ADULT)).isEqualTo(adult);
  }

  @ParameterizedTest
  @EnumSource
  void aLabelIsReadBack(ConsentGiver giver) {
    assertThat(ConsentGiver.of(giver.label())).isEqualTo(giver);
  }

  @Test
  void anotherLabelIsRefused() {
    assertThatThrownBy(() -> ConsentGiver.of("neighbour"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
