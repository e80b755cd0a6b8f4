package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hifazat.monitoring.Requests.figures;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which kind of service is missing where. */
@HifazatTest(service = "monitoring")
class GapFiguresTest {
  private static final Instant OCTOBER = Instant.parse("2026-10-31T06:00:00Z");

  private final MutableClock clock;

  GapFiguresTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void begin() {
    Backstage.empty();
    clock.stopAt(Instant.parse("2026-11-21T09:00:00Z"));
  }

  @Test
  void whatIsMissingIsCountedByDistrictAndKindAndAFewAreNotTold() {
    List<Happened> events = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      events.add(Happened.missing("peshawar", "shelter", OCTOBER));
      events.add(Happened.missing("mardan", "psychosocial", OCTOBER));
    }
    events.add(Happened.missing("peshawar", "legal-aid", OCTOBER));
    Happened.apply(events);
    Happened.apply(events.stream().map(Happened::again).toList());
    Response october = figures("/service-gaps?month=2026-10");
    october
        .then()
        .statusCode(200)
        .body("from", equalTo("2026-10-01"))
        .body("items.districtCode", contains("mardan", "peshawar", "peshawar"))
        .body("items.serviceCategory", contains("psychosocial", "legal-aid", "shelter"))
        .body("items[1].gaps.shown", oneOf("<5", "…"))
        .body("items[1].gaps.value", nullValue());
    assertThat(
            Arrays.asList(
                october.<Integer>path("total.value"),
                october.<Integer>path("items[0].gaps.value"),
                october.<Integer>path("items[2].gaps.value")))
        .as("from all three the few could be computed")
        .containsNull();
    figures("/service-gaps?month=2026-11").then().body("items.size()", equalTo(0));
    figures("/service-gaps").then().body("items.size()", equalTo(3));
    figures("/service-gaps?month=2026-12").then().statusCode(422);
  }
}
