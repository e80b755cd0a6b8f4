package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
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

  private static final String OF = "items.find { it.serviceCategory == '%s' }";

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
        .body("items.gaps.shown", everyItem(not("…")))
        .body(OF.formatted("legal-aid") + "?.gaps?.value", nullValue());
    assertThat(
            Arrays.asList(
                october.<Integer>path("total.value"),
                october.<Integer>path(OF.formatted("psychosocial") + "?.gaps?.value"),
                october.<Integer>path(OF.formatted("shelter") + "?.gaps?.value")))
        .as("from all three the few could be computed")
        .containsNull()
        .contains(9);
    figures("/service-gaps?month=2026-11").then().body("items.size()", equalTo(0));
    figures("/service-gaps").then().body("items.size()", greaterThan(0));
    figures("/service-gaps?month=2026-12").then().statusCode(422);
  }
}
