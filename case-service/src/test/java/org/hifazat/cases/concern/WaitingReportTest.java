package org.hifazat.cases.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.concern.Outcomes.triaged;
import static org.hifazat.cases.concern.Outcomes.waiting;
import static org.hifazat.cases.concern.PublishedReports.published;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Directory;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A report waits in its queue, is told of when it waits too long, and keeps its reporter's name.
 */
@HifazatTest(service = "cases")
class WaitingReportTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject EscalateReports escalation;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void theQueueIsInOrderOfUrgencyAndAgeTogether() {
    Instant now = Instant.now();
    String routine = waiting("mardan", "named", "routine", now.minusSeconds(7200)).path("id");
    String urgent = waiting("mardan", "named", "urgent", now.minusSeconds(3600)).path("id");
    String immediate = waiting("mardan", "named", "immediate", now.minusSeconds(60)).path("id");
    List<String> ids =
        as(Persona.OTHER_UNIT_SOCIAL_WORKER)
            .get("/v1/concern-reports?queue=due&limit=100")
            .path("items.id");
    assertThat(ids).containsSubsequence(immediate, urgent, routine);
  }

  @Test
  void anUntriagedReportIsToldToTheSupervisorAtItsDeadlineAndToTheCommissionAtTwiceTheTime() {
    Instant received = Instant.now().minusSeconds(60);
    Response report = waiting("peshawar", "named", "immediate", received);
    String id = report.path("id");
    Instant due = Instant.parse(report.path("dueAt"));
    assertThat(Duration.between(Instant.parse(report.path("receivedAt")), due)).hasHours(1);
    clock.stopAt(due.minusSeconds(1));
    escalation.tellAll();
    overdue(id, false, false, false);
    clock.stopAt(due);
    escalation.tellAll();
    overdue(id, true, true, false);
    clock.stopAt(due.plus(Duration.ofHours(1)));
    escalation.tellAll();
    escalation.tellAll();
    overdue(id, true, true, true);
    List<String> levels =
        published(id, "concern-escalated").stream()
            .map(json -> json.replaceAll("(?s).*\"level\":\"([a-z]+)\".*", "$1"))
            .toList();
    assertThat(levels).containsExactly("supervisor", "commission");
    as(WORKER).get("/v1/concern-reports/" + id).then().body("state", equalTo("waiting"));
    triaged(
        WORKER,
        report,
        Outcomes.body("no-concern", "A television.", "")
            .replaceFirst("\"triagedAt\":\"[^\"]+", "\"triagedAt\":\"" + due.plusSeconds(60)));
    assertThat(published(id, "concern-triaged").getFirst())
        .contains("\"inTime\":false", "\"waitedMinutes\":");
  }

  private static void overdue(String id, boolean listed, boolean supervisor, boolean commission) {
    List<Map<String, Object>> lines =
        as(Persona.SUPERVISOR)
            .get("/v1/concern-reports?queue=overdue&limit=100")
            .path("items.findAll { it.id == '" + id + "' }");
    assertThat(lines).hasSize(listed ? 1 : 0);
    if (listed) {
      assertThat(lines.getFirst().containsKey("escalatedAt")).isEqualTo(supervisor);
      assertThat(lines.getFirst().containsKey("commissionToldAt")).isEqualTo(commission);
    }
  }

  @Test
  void aProtectedReporterIsKnownToTheSupervisorAloneAndTheReadingIsKept() {
    Response report = waiting("peshawar", "protected", "urgent");
    String id = report.path("id");
    assertThat(report.asString()).doesNotContain("Bakhtawar", "0300-0000123", "neighbour\"}");
    for (Persona persona :
        List.of(
            Persona.HELPLINE_OPERATOR, WORKER, Persona.PROTECTION_OFFICER, Persona.SUPERVISOR)) {
      Response seen = as(persona).get("/v1/concern-reports/" + id);
      seen.then().statusCode(200).body("reporter.kind", equalTo("protected"));
      assertThat(seen.asString()).doesNotContain("Bakhtawar", "0300-0000123");
    }
    for (Persona persona : List.of(Persona.HELPLINE_OPERATOR, WORKER)) {
      as(persona).get("/v1/concern-reports/" + id + "/reporter").then().statusCode(403);
    }
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/concern-reports/" + id + "/reporter")
        .then()
        .statusCode(404);
    as(Persona.SUPERVISOR)
        .get("/v1/concern-reports/" + id + "/reporter")
        .then()
        .statusCode(200)
        .body("name", equalTo("Bakhtawar Invented"))
        .body("phone", equalTo("0300-0000123"));
    assertThat(Backstage.audit("VIEW_PROTECTED_REPORTER", id))
        .anyMatch(entry -> entry.startsWith("read"));
    Response named = waiting("peshawar", "named", "urgent");
    as(WORKER)
        .get("/v1/concern-reports/" + named.path("id"))
        .then()
        .body("reporter.name", equalTo("Bakhtawar Invented"));
  }
}
