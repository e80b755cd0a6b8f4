package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.step;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves their agency in the moment in which something is written for them. */
@HifazatTest(service = "referrals")
class LeavingMeanwhileTest {
  @BeforeEach
  void arrange() {
    Agencies.known();
    AddresseeTest.peopleOfTheLegalAidCentre();
  }

  @Test
  void whatIsBeingSentOrHandedOverToWhoLeavesIsNoDeadEnd() throws Exception {
    UUID leaver = UUID.randomUUID();
    UUID ill = UUID.randomUUID();
    AddresseeTest.listed(leaver, "leaves-now", true, true);
    AddresseeTest.listed(ill, "is-ill-now", true, true);
    Sent handed = AddresseeTest.sentTo(AddresseeTest.COLLEAGUE);
    Sent handedByTheCommission = AddresseeTest.sentTo(ill);
    UUID caseId = Backstage.openCaseWithConsent();
    Map<String, Object> toLeaver =
        Map.of("reason", "On leave", "to", leaver.toString(), "toName", "Advocate Sadia");
    Map<String, Object> made = AddresseeTest.meantFor(referral(caseId), leaver);
    UUID event = UUID.randomUUID();
    try (ExecutorService senders = Executors.newFixedThreadPool(3);
        Connection held = PostgresBackend.superuser("referrals");
        Statement holding = held.createStatement()) {
      held.setAutoCommit(false);
      holding.execute("lock table referral in share row exclusive mode");
      Future<Response> sent = senders.submit(() -> refer(Persona.SOCIAL_WORKER, made));
      Future<Response> given =
          senders.submit(() -> step(Persona.PARTNER_SYSTEM, handed, "handing-over", toLeaver));
      Future<Response> all =
          senders.submit(() -> AddresseeTest.handAllOver(Persona.COMMISSION_ADMIN, ill, leaver));
      Awaitility.await("all three know them, and nothing is written yet")
          .until(() -> waiting("relation") == 3);
      Topic.send(
          Topic.DIRECTORY,
          Topic.AGENCY_PERSON_LISTED,
          Backstage.LEGAL_AID,
          2,
          event,
          AddresseeTest.event(leaver, Backstage.LEGAL_AID, "leaves-now", true, false));
      Awaitility.await("who leaves waits for them, or has passed them by")
          .until(() -> waiting("advisory") == 1 || taken(event));
      held.rollback();
      String id = sent.get().then().statusCode(201).extract().path("id");
      given.get().then().statusCode(200);
      all.get().then().statusCode(200).body("referrals", equalTo(1));
      Awaitility.await("event " + event).until(() -> taken(event));
      for (String one : List.of(id, handed.id(), handedByTheCommission.id())) {
        as(Persona.PARTNER_WORKER)
            .get("/partner/v1/referrals/" + one)
            .then()
            .body("packetState", equalTo("unclaimed"));
      }
    }
    assertThat(
            Backstage.count("select count(*) from referral_handover where from_person = ?", leaver))
        .isEqualTo(3);
    refer(Persona.SOCIAL_WORKER, made)
        .then()
        .statusCode(422)
        .body("code", equalTo("addressee-unknown"));
  }

  private static long waiting(String kind) {
    return Backstage.count(
        "select count(*) from pg_locks l join pg_stat_activity a using (pid)"
            + " where not l.granted and l.locktype = ? and a.datname = current_database()",
        kind);
  }

  private static boolean taken(UUID event) {
    return Backstage.count("select count(*) from inbox where event_id = ?", event) == 1;
  }
}
