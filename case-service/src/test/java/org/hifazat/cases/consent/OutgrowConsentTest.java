package org.hifazat.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.Topic;
import org.hifazat.cases.particulars.Particulars;
import org.hifazat.platform.messaging.RelayControl;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent that ends because the child grew older. */
@HifazatTest(service = "cases")
class OutgrowConsentTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String WITHDRAWN = "org.hifazat.cases.consent-withdrawn.v1";
  private static final String AGENCY = ",\"agencyId\":\"" + Persona.LEGAL_AID + "\"";
  private static final String CASEWORK = "standings.find { it.purpose == 'case-management' }.";

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject OutgrowConsents birthdays;
  @Inject RelayControl relay;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aBirthdayThatEndsConsentIsATaskOfTheOwnerAndToldOnceAndNotADayTooEarly() {
    LocalDate birthday = KarachiTime.day(Instant.now()).plusDays(3);
    String six = born("Six", birthday.minusYears(6));
    String grown = born("Grown", birthday.minusYears(18));
    String nine = born("Nine", birthday.minusYears(9));
    says(six, "caregiver", "case-management", "");
    says(six, "caregiver", "share-information", AGENCY);
    for (String id : List.of(grown, nine)) {
      says(id, "caregiver", "case-management", "");
      says(id, "child", "case-management", "");
    }
    Instant dawn = birthday.atStartOfDay(KarachiTime.ZONE).toInstant();
    clock.stopAt(dawn.minusSeconds(1));
    birthdays.endAll();
    for (String id : List.of(six, grown, nine)) {
      assertThat(tasks(id)).as("the day before").isEmpty();
    }
    clock.stopAt(dawn);
    birthdays.endAll();
    birthdays.endAll();
    for (String id : List.of(six, grown)) {
      assertThat(tasks(id)).containsExactly(WORKER.staffId().orElseThrow() + " open");
      Casework.nextSteps(WORKER, id)
          .then()
          .body("warnings.code", hasItem("casework-consent-ended"));
    }
    assertThat(tasks(nine)).isEmpty();
    page(six, "child-assent-needed");
    page(grown, "own-consent-needed");
    relay.flush();
    Awaitility.await("told").until(() -> told(six).size() == 2 && told(grown).size() == 1);
    assertThat(told(six)).allMatch(json -> json.contains("\"reason\":\"age-reached\""));
    assertThat(told(six)).anyMatch(json -> json.contains(Persona.LEGAL_AID));
    assertThat(told(nine)).isEmpty();
    assertThat(
            Backstage.texts(
                "select codes[1] from timeline_entry where case_id = ?::uuid"
                    + " and kind = 'consent-outgrown'",
                grown))
        .containsExactly("case-management");
    consent(WORKER, six, consent("case-management", "child", clock.instant(), ""))
        .then()
        .statusCode(201);
    assertThat(tasks(six)).containsExactly(WORKER.staffId().orElseThrow() + " done");
  }

  @Test
  void anAgePutRightEndsWhatWasEnoughForAYoungerChildAndABirthdayThatIsYetToComeCounts() {
    String id = openCase(WORKER, "Corrected", "\"estimatedAgeYears\":4,\"ageBasis\":\"stated\"");
    says(id, "caregiver", "case-management", "");
    int year = KarachiTime.day(Instant.now()).getYear();
    aged(id, "\"v0\"", year - 7);
    page(id, "child-assent-needed");
    assertThat(tasks(id)).hasSize(1);
    birthdays.endAll();
    assertThat(tasks(id)).hasSize(1);
    aged(id, "\"v1\"", year - 5);
    as(WORKER).get("/v1/cases/" + id + "/consents").then().body(CASEWORK + "stands", equalTo(true));
    assertThat(tasks(id)).containsExactly(WORKER.staffId().orElseThrow() + " done");
    clock.advance(Duration.ofDays(366));
    birthdays.endAll();
    page(id, "child-assent-needed");
    assertThat(tasks(id)).hasSize(2);
  }

  private static void aged(String id, String etag, int birthYear) {
    String body = Particulars.full("Corrected").replace("2017", Integer.toString(birthYear));
    Particulars.change(WORKER, id, etag, body).then().statusCode(200);
  }

  private static String born(String given, LocalDate day) {
    return openCase(WORKER, given, "\"birthDate\":\"" + day + "\"");
  }

  private static void says(String id, String giver, String purpose, String more) {
    consent(WORKER, id, consent(purpose, giver, Instant.now(), more)).then().statusCode(201);
  }

  private static void page(String id, String missing) {
    as(WORKER)
        .get("/v1/cases/" + id + "/consents")
        .then()
        .body(CASEWORK + "missing", contains(missing));
  }

  private static List<String> tasks(String id) {
    return Backstage.texts(
        "select owner_id || ' ' || state from task where case_id = ?::uuid"
            + " and kind = 'casework-consent-ended' order by due_at",
        id);
  }

  private static List<String> told(String id) {
    return Topic.read(Topic.CASES, id).stream()
        .filter(record -> Topic.type(record).equals(WITHDRAWN))
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .peek(json -> EventContracts.load().assertPublishable(WITHDRAWN, json))
        .toList();
  }
}
