package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.sent;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that follow a packet are opened like the packet: by the same people, no earlier. */
@HifazatTest(service = "referrals")
@WithTestResource(value = ClamdOfTheTests.class, scope = TestResourceScope.GLOBAL)
class SentFilesTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final Persona AGENCY = Persona.PARTNER_SYSTEM;

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void theAgencyOpensTheSendersFileOnceItHasSaidYesAndOfItsPeopleWhoHasTheReferral() {
    Sent sent = sent();
    String file = ThreadTest.attached(WORKER, "/v1", sent, Map.of("kind", "legal-orders"));
    ThreadTest.write(WORKER, ThreadTest.messages("/v1", sent), Map.of("attachments", List.of(file)))
        .then()
        .statusCode(201);
    ThreadTest.content(AGENCY, "/partner/v1", sent, file)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-accepted"));
    assertThat(Backstage.audit("PARTNER_READ_THREAD", file))
        .containsExactly("refused not-accepted");
    Requests.accepted(sent);
    ThreadTest.content(AGENCY, "/partner/v1", sent, file).then().statusCode(200);
    ThreadTest.content(Persona.PARTNER_WORKER, "/partner/v1", sent, file)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-claimed"));
  }

  /** Files of agencies come from outside; what was not looked at is not taken for clean. */
  @Test
  void aFileThatHarmsIsNotKeptAndOneThatNobodyLookedAtIsNeitherKeptNorLost() {
    Sent sent = Requests.accepted(sent());
    String harmful = arrived(sent, ClamdOfTheTests.HARM);
    ThreadTest.finish(AGENCY, harmful)
        .then()
        .statusCode(422)
        .body("code", equalTo("content-not-safe"));
    as(AGENCY).get(harmful).then().statusCode(404);
    String waiting = arrived(sent, ClamdOfTheTests.NO_ANSWER);
    ThreadTest.finish(AGENCY, waiting).then().statusCode(503);
    as(AGENCY).get(waiting).then().statusCode(200).body("state", equalTo("arriving"));
    assertThat(Backstage.audit("PARTNER_WRITE_THREAD", harmful.substring(harmful.length() - 36)))
        .contains("performed not-kept content-not-safe");
  }

  private static String arrived(Sent sent, String what) {
    byte[] content = Papers.pdf(what);
    Response begun =
        ThreadTest.begin(AGENCY, "/partner/v1", sent, Map.of("title", "A paper"), content);
    begun.then().statusCode(201);
    String path = ThreadTest.files("/partner/v1", sent) + "/" + begun.path("id");
    ThreadTest.piece(AGENCY, path, 0, content).then().statusCode(200);
    return path;
  }

  @Test
  void whatAPsychologistSendsIsOpenedByNoOtherStaffButTheSupervisor() {
    UUID caseId = Backstage.openCaseWithConsent();
    UUID counselling = Agencies.entry(Persona.LEGAL_AID);
    Backstage.execute("update service set category = 'psychosocial' where id = ?", counselling);
    Backstage.hand(caseId, Backstage.staff(Persona.PSYCHOLOGIST), Backstage.PESHAWAR);
    Response made = Requests.refer(Persona.PSYCHOLOGIST, Requests.referral(caseId, counselling));
    made.then().statusCode(201);
    Sent sent = new Sent(made.path("id"), made.header("ETag"), caseId);
    String file =
        ThreadTest.attached(
            Persona.PSYCHOLOGIST, "/v1", sent, Map.of("kind", "assessment-results"));
    ThreadTest.write(
            Persona.PSYCHOLOGIST,
            ThreadTest.messages("/v1", sent),
            Map.of("attachments", List.of(file), "text", "Her screening"))
        .then()
        .statusCode(201);
    Backstage.hand(caseId, Backstage.staff(WORKER), Backstage.PESHAWAR);
    as(WORKER)
        .get(ThreadTest.files("/v1", sent))
        .then()
        .statusCode(200)
        .body("items.kind", contains("assessment-results"))
        .body("items.title", contains(nullValue()));
    as(WORKER)
        .get(ThreadTest.messages("/v1", sent))
        .then()
        .body("items[0].text", equalTo("Her screening"))
        .body("items[0].attachments[0].title", nullValue());
    ThreadTest.content(WORKER, "/v1", sent, file)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    assertThat(Backstage.audit("READ_THREAD", file)).endsWith("refused clinical");
    as(Persona.SUPERVISOR)
        .get(ThreadTest.files("/v1", sent))
        .then()
        .body("items.title", contains("A paper"));
    ThreadTest.content(Persona.SUPERVISOR, "/v1", sent, file).then().statusCode(200);
  }
}
