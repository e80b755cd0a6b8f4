package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.noConcern;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.Requests.record;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.cases.Requests.triage;
import static org.hifazat.cases.Requests.waiting;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.hifazat.cases.kinship.Links;
import org.hifazat.cases.particulars.Particulars;
import org.hifazat.cases.tracing.Tracing;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.IncomingChannels;
import org.hifazat.platform.testing.KafkaBackend;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the others are told: by the contract, in order, without a word of the child. */
@HifazatTest(service = "cases")
class PublishedEventsTest {
  private static final String PREFIX = "org.hifazat.cases.";
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource database;
  @Inject Config config;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aCaseTellsItsStoryInOrderAndByTheContract() {
    String id = openCase(Persona.SOCIAL_WORKER, "Mashal", NINE_YEARS);
    consent(
            Persona.SOCIAL_WORKER,
            id,
            consent("case-management", "caregiver", Instant.now().minusSeconds(1), ""))
        .then()
        .statusCode(201);
    FromReportToCaseTest.assessed(
        id, "high", Instant.parse("2026-11-20T06:00:00Z"), UUID.randomUUID());
    Awaitility.await("the story is published")
        .until(() -> Topic.read(Topic.CASES, id).size() >= 11);
    List<ConsumerRecord<String, byte[]>> story = Topic.read(Topic.CASES, id);
    assertThat(story.stream().map(Topic::type).limit(5))
        .containsExactly(
            PREFIX + "case-opened.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "consent-recorded.v1");
    assertThat(story.stream().map(Topic::type).skip(5))
        .containsExactlyInAnyOrder(
            PREFIX + "task-completed.v1",
            PREFIX + "risk-level-set.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-scheduled.v1");
    EventContracts contracts = EventContracts.load();
    story.forEach(event -> contracts.assertPublishable(Topic.type(event), event.value()));
    story.forEach(
        event ->
            assertThat(new String(event.value(), StandardCharsets.UTF_8))
                .doesNotContain("Mashal", "Invented", "0300-0000", "03000000", "school", "House"));
  }

  @Test
  void aReportTellsThatItCameAndWhatBecameOfIt() {
    Response report = waiting(Persona.SOCIAL_WORKER);
    String id = report.path("id");
    triage(Persona.SOCIAL_WORKER, id, report.header("ETag"), noConcern("A television."))
        .then()
        .statusCode(200);
    Awaitility.await("both are published").until(() -> Topic.read(Topic.CASES, id).size() == 2);
    assertThat(Topic.types(Topic.CASES, id))
        .containsExactly(PREFIX + "concern-reported.v1", PREFIX + "concern-triaged.v1");
    EventContracts contracts = EventContracts.load();
    Topic.read(Topic.CASES, id)
        .forEach(event -> contracts.assertPublishable(Topic.type(event), event.value()));
  }

  @Test
  void nothingIsPublishedThatTheContractDoesNotName() {
    openCase(Persona.SOCIAL_WORKER, "Mashal", NINE_YEARS);
    aCaseTellsItsStoryInOrderAndByTheContract();
    aReportTellsThatItCameAndWhatBecameOfIt();
    childrenAndTheirPeople();
    Set<String> ours =
        EventContracts.load().types().stream()
            .filter(type -> type.startsWith(PREFIX))
            .collect(Collectors.toSet());
    assertThat(Topic.all(Topic.CASES).stream().map(Topic::type).collect(Collectors.toSet()))
        .contains(PREFIX + "case-opened.v1", PREFIX + "concern-triaged.v1")
        .isSubsetOf(ours);
  }

  private static void childrenAndTheirPeople() {
    String id = openCase(Persona.SOCIAL_WORKER, "Mashal", NINE_YEARS);
    String other = Links.number(openCase(Persona.SOCIAL_WORKER, "Mashal", NINE_YEARS));
    Particulars.change(Persona.SOCIAL_WORKER, id, "\"v0\"", Particulars.full("Mashal"));
    for (String giver : List.of("caregiver", "child")) {
      consent(
          Persona.SOCIAL_WORKER, id, consent("tracing", giver, Instant.now().minusSeconds(1), ""));
    }
    Tracing.record(Persona.SOCIAL_WORKER, id, "\"v0\"", "separated");
    Tracing.step(Persona.SOCIAL_WORKER, id, "\"v1\"", "open", "").then().statusCode(201);
    String link = Links.link(Persona.SOCIAL_WORKER, id, other, "sibling").path("id");
    Links.end(Persona.SOCIAL_WORKER, id, link, "\"v0\"");
    Awaitility.await("they are published")
        .until(() -> Topic.types(Topic.CASES, id).contains(PREFIX + "cases-unlinked.v1"));
  }

  @Test
  void withKafkaDownAReportIsStillRecordedAndItsEventArrivesWhenItIsBack() {
    KafkaBackend.stopBroker();
    String id;
    try {
      Response taken =
          record(Persona.HELPLINE_OPERATOR, report("peshawar", Instant.now().minusSeconds(60)));
      taken.then().statusCode(201);
      id = taken.path("id");
      as(Persona.SOCIAL_WORKER).get("/v1/concern-reports/" + id).then().statusCode(200);
      assertThat(Backstage.count("select count(*) from outbox where aggregate_id = ?", id)).isOne();
    } finally {
      KafkaBackend.startBroker();
    }
    Awaitility.await("the event arrives")
        .until(() -> Topic.types(Topic.CASES, id).equals(List.of(PREFIX + "concern-reported.v1")));
  }

  @Test
  void noEventIsLostOnItsWayIn() {
    IncomingChannels.of("org.hifazat.cases", config).assertNothingIsLost();
  }
}
