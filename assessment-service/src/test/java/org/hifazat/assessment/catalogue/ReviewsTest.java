package org.hifazat.assessment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hifazat.assessment.instrument.Finding;
import org.junit.jupiter.api.Test;

class ReviewsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  private final Reviews reviews = new Reviews();
  private final List<Finding> done = new ArrayList<>();

  @Test
  void aDraftThatIsReadAgainIsNotReviewedAgain() {
    assertThat(read(DAY, "descriptor", "form")).isEqualTo(read(DAY, "descriptor", "form"));

    assertThat(done).hasSize(1);
  }

  @Test
  void anotherFileAnotherPlaceOfAWordOrAnotherDayIsReviewedAnew() {
    read(DAY, "descriptor", "form");
    read(DAY, "descriptor", "form ");
    read(DAY, "descriptorf", "orm");
    read(DAY.plusDays(1), "descriptor", "form");

    assertThat(done).hasSize(4);
  }

  @Test
  void onlySomeOfThemAreKept() {
    for (int i = 0; i < 65; i++) {
      read(DAY, "form " + i);
    }
    read(DAY, "form 64");
    assertThat(done).hasSize(65);

    read(DAY, "form 0");
    assertThat(done).hasSize(66);
  }

  private List<Finding> read(LocalDate day, String... files) {
    return reviews.of(
        List.of(files),
        day,
        () -> {
          Finding found = new Finding("", "number-" + done.size(), "found");
          done.add(found);
          return List.of(found);
        });
  }
}
