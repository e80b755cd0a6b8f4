package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.monitoring.Requests.figures;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was offered after assessments, and what of it was taken. */
@HifazatTest(service = "monitoring")
class ResponseFiguresTest {
  private static final Instant OCTOBER = Instant.parse("2026-10-31T06:00:00Z");
  private static final Instant NOVEMBER = Instant.parse("2026-11-10T06:00:00Z");

  private static final String OF = "items.find { it.response == '%s' }";

  private final MutableClock clock;

  ResponseFiguresTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void begin() {
    Backstage.empty();
    clock.stopAt(Instant.parse("2026-11-21T09:00:00Z"));
  }

  @Test
  void eachResponseCountsInTheMonthItWasOfferedInAndAFewAreNotTold() {
    List<Happened> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      UUID assessment = UUID.randomUUID();
      events.add(
          i < 3
              ? Happened.offered(assessment, OCTOBER, "school-contact", "legal-aid")
              : Happened.offered(assessment, OCTOBER, "school-contact"));
      if (i < 6) {
        events.add(Happened.taken(assessment, "school-contact", NOVEMBER));
      }
    }
    // The order of arrival says nothing, and what arrives twice counts once.
    Collections.reverse(events);
    Happened.apply(events);
    Happened.apply(events.stream().map(Happened::again).toList());
    Response october = figures("/responses?month=2026-10");
    assertThat(
            Arrays.asList(
                october.<Integer>path("total.offered.value"),
                october.<Integer>path(OF.formatted("school-contact") + ".offered.value")))
        .as("from both a few could be computed")
        .containsNull();
    october
        .then()
        .statusCode(200)
        .body("from", equalTo("2026-10-01"))
        .body("to", equalTo("2026-10-31"))
        .body(OF.formatted("legal-aid") + "?.offered?.value", nullValue())
        .body(OF.formatted("school-contact") + ".taken.value", equalTo(6));
    figures("/responses?month=2026-11").then().body("items.size()", equalTo(0));
    figures("/responses").then().body("items.response", hasItem("school-contact"));
    figures("/responses?month=2026-12")
        .then()
        .statusCode(422)
        .body("code", equalTo("month-in-future"));
    assertThat(Backstage.count("select count(*) from audit_record where 'responses' = any (codes)"))
        .isPositive();
  }

  @Test
  void whatWasTakenBeforeTheOfferIsHeardOfCountsNowhereYet() {
    Happened.apply(List.of(Happened.taken(UUID.randomUUID(), "legal-aid", NOVEMBER)));
    figures("/responses")
        .then()
        .body("items.size()", equalTo(0))
        .body("total.taken.value", equalTo(0));
  }
}
