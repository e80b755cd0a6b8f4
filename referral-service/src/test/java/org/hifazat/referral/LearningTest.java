package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.referral.Backstage.LEGAL_AID;
import static org.hifazat.referral.Backstage.PESHAWAR;
import static org.hifazat.referral.Backstage.staff;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;

import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.IncomingChannels;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this service knows of cases and consents it knows from their events. */
@HifazatTest(service = "referrals")
class LearningTest {
  private static final UUID MARDAN = UUID.fromString(Persona.MARDAN);

  private final Config config;

  LearningTest(Config config) {
    this.config = config;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void noEventIsLostOnItsWayIn() {
    IncomingChannels.of("org.hifazat.referral", config).assertNothingIsLost();
  }

  @Test
  void aCaseCanBeReferredOnceItsEventsHaveArrivedAndNotBefore() {
    UUID caseId = UUID.randomUUID();
    refer(Persona.SOCIAL_WORKER, referral(caseId)).then().statusCode(404);
    opened(caseId, 1, UUID.randomUUID(), staff(Persona.SOCIAL_WORKER));
    consented(caseId, UUID.randomUUID(), UUID.randomUUID(), "given", "2026-01-10T05:00:00Z");
    Awaitility.await("case and consent")
        .until(() -> refer(Persona.SOCIAL_WORKER, referral(caseId)).statusCode() == 201);
  }

  @Test
  void aClosedCaseIsNotReferredUntilItIsReopened() {
    UUID caseId = UUID.randomUUID();
    opened(caseId, 1, UUID.randomUUID(), staff(Persona.SOCIAL_WORKER));
    consented(caseId, UUID.randomUUID(), UUID.randomUUID(), "given", "2026-01-10T05:00:00Z");
    Awaitility.await("case and consent")
        .until(() -> refer(Persona.SOCIAL_WORKER, referral(caseId)).statusCode() == 201);
    turned(caseId, 5, "case-closed", "goals-met", "closedAt");
    Awaitility.await("the closing")
        .until(
            () ->
                "case-closed".equals(refer(Persona.SOCIAL_WORKER, referral(caseId)).path("code")));
    turned(caseId, 6, "case-reopened", "new-concern", "reopenedAt");
    Awaitility.await("the reopening")
        .until(() -> refer(Persona.SOCIAL_WORKER, referral(caseId)).statusCode() == 201);
  }

  @Test
  void referralsGoWhereTheirCaseGoesAndWhoeverWorksOnItHasThem() {
    UUID caseId = UUID.randomUUID();
    opened(caseId, 1, UUID.randomUUID(), staff(Persona.SOCIAL_WORKER));
    consented(caseId, UUID.randomUUID(), UUID.randomUUID(), "given", "2026-01-10T05:00:00Z");
    Awaitility.await("case and consent")
        .until(() -> refer(Persona.SOCIAL_WORKER, referral(caseId)).statusCode() == 201);
    refer(Persona.COLLEAGUE, referral(caseId)).then().statusCode(403);
    said(caseId, 2, "case-assigned", assigned(caseId, staff(Persona.COLLEAGUE)));
    answers(Persona.COLLEAGUE, caseId, 200);
    answers(Persona.SOCIAL_WORKER, caseId, 403);
    said(caseId, 3, "case-members-changed", members(caseId, false, staff(Persona.SOCIAL_WORKER)));
    answers(Persona.SOCIAL_WORKER, caseId, 200);
    said(caseId, 4, "case-members-changed", members(caseId, true, staff(Persona.COLLEAGUE)));
    answers(Persona.SUPERVISOR, caseId, 404);
    answers(Persona.SOCIAL_WORKER, caseId, 404);
    answers(Persona.COLLEAGUE, caseId, 200);
    said(caseId, 5, "case-transferred", transferred(caseId, staff(Persona.OTHER_UNIT_SUPERVISOR)));
    answers(Persona.OTHER_UNIT_SUPERVISOR, caseId, 200);
    // sealed still, although who is named over there was not told yet
    answers(Persona.OTHER_UNIT_SOCIAL_WORKER, caseId, 404);
    answers(Persona.COLLEAGUE, caseId, 404);
    Requests.as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/cases/" + caseId + "/referrals")
        .then()
        .body("items.size()", equalTo(1));
  }

  private static void answers(Persona persona, UUID caseId, int status) {
    Awaitility.await("what the event said of " + persona)
        .until(
            () ->
                Requests.as(persona).get("/v1/cases/" + caseId + "/referrals").statusCode()
                    == status);
  }

  private static void said(UUID caseId, long version, String name, String payload) {
    Topic.send(
        Topic.CASES,
        "org.hifazat.cases." + name + ".v1",
        caseId,
        version,
        UUID.randomUUID(),
        payload);
  }

  private static String assigned(UUID caseId, UUID owner) {
    return """
    {"caseId":"%s","districtCode":"peshawar","unitId":"%s","ownerId":"%s",
     "assignedAt":"2026-01-11T05:00:00Z","recordedAt":"2026-01-11T05:01:00Z"}"""
        .formatted(caseId, PESHAWAR, owner);
  }

  private static String members(UUID caseId, boolean sealed, UUID who) {
    String one = "\"" + who + "\"";
    return """
    {"caseId":"%s","districtCode":"peshawar","unitId":"%s","memberIds":[%s],"sealed":%s,"namedIds":[%s],
     "changedAt":"2026-01-11T05:00:00Z","recordedAt":"2026-01-11T05:01:00Z"}"""
        .formatted(caseId, PESHAWAR, sealed ? "" : one, sealed, sealed ? one : "");
  }

  private static String transferred(UUID caseId, UUID owner) {
    return """
    {"caseId":"%s","transferId":"%s","fromUnitId":"%s","fromDistrictCode":"peshawar","unitId":"%s",
     "districtCode":"mardan","ownerId":"%s",
     "transferredAt":"2026-01-12T05:00:00Z","recordedAt":"2026-01-12T05:01:00Z"}"""
        .formatted(caseId, UUID.randomUUID(), PESHAWAR, Persona.MARDAN, owner);
  }

  private static void turned(UUID caseId, long version, String name, String reason, String time) {
    Topic.send(
        Topic.CASES,
        "org.hifazat.cases." + name + ".v1",
        caseId,
        version,
        UUID.randomUUID(),
        """
        {"caseId":"%s","districtCode":"peshawar","unitId":"%s","episode":1,"reason":"%s",
         "%s":"2026-01-11T05:00:00Z","recordedAt":"2026-01-11T05:01:00Z"}"""
            .formatted(caseId, PESHAWAR, reason, time));
  }

  @Test
  void referralsOfAMergedCaseAreFollowedUpInTheOneThatGoesOnUntilThatIsUndone() {
    UUID survivor = Backstage.openCaseWithConsent();
    UUID merged = Backstage.openCaseWithConsent();
    String referral = Requests.sent(merged).id();
    Backstage.hand(merged, staff(Persona.OTHER_UNIT_SOCIAL_WORKER), MARDAN);
    assertThat(listed(survivor)).doesNotContain(referral);
    merge(merged, 2, "child-merged", "mergedAt", survivor, staff(Persona.SOCIAL_WORKER), PESHAWAR);
    Awaitility.await("the merge").until(() -> listed(survivor).contains(referral));
    as(Persona.SOCIAL_WORKER).get("/v1/referrals/" + referral).then().statusCode(200);
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get("/v1/referrals/" + referral).then().statusCode(404);
    merge(
        merged,
        3,
        "child-unmerged",
        "unmergedAt",
        survivor,
        staff(Persona.OTHER_UNIT_SOCIAL_WORKER),
        MARDAN);
    Awaitility.await("the undoing").until(() -> !listed(survivor).contains(referral));
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get("/v1/referrals/" + referral).then().statusCode(200);
  }

  private static List<String> listed(UUID caseId) {
    return as(Persona.SOCIAL_WORKER).get("/v1/cases/" + caseId + "/referrals").path("items.id");
  }

  private static void merge(
      UUID merged, long version, String name, String time, UUID survivor, UUID owner, UUID unit) {
    Topic.send(
        Topic.CASES,
        "org.hifazat.cases." + name + ".v1",
        merged,
        version,
        UUID.randomUUID(),
        """
        {"mergeId":"%s","mergedCaseId":"%s","survivingCaseId":"%s","districtCode":"peshawar","unitId":"%s",
         "ownerId":"%s","%s":"2026-01-12T05:00:00Z","recordedAt":"2026-01-12T05:01:00Z"}"""
            .formatted(UUID.randomUUID(), merged, survivor, unit, owner, time));
  }

  @Test
  void theSameEventsTwiceChangeNothing() {
    UUID caseId = UUID.randomUUID();
    UUID opening = UUID.randomUUID();
    UUID consenting = UUID.randomUUID();
    UUID consent = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      opened(caseId, 1, opening, staff(Persona.SOCIAL_WORKER));
      consented(caseId, consent, consenting, "given", "2026-01-10T05:00:00Z");
      awaitAnotherOn(caseId);
      if (i == 0) {
        Backstage.hand(caseId, staff(Persona.COLLEAGUE), PESHAWAR);
      }
    }
    assertThat(owner(caseId)).isEqualTo(staff(Persona.COLLEAGUE).toString());
    assertThat(
            Backstage.count(
                "select count(*) from known_consent where case_id = ?"
                    + " and happened_at = '2026-01-10T05:00:00Z'",
                caseId))
        .isOne();
  }

  @Test
  void anOlderCaseEventThatComesLateDoesNotUndoANewerOne() {
    UUID caseId = UUID.randomUUID();
    opened(caseId, 4, UUID.randomUUID(), staff(Persona.COLLEAGUE));
    UUID late = UUID.randomUUID();
    opened(caseId, 1, late, staff(Persona.SOCIAL_WORKER));
    awaitHandled(late);
    assertThat(owner(caseId)).isEqualTo(staff(Persona.COLLEAGUE).toString());
    opened(caseId, 5, UUID.randomUUID(), staff(Persona.SUPERVISOR));
    Awaitility.await("the newer event")
        .until(() -> owner(caseId).equals(staff(Persona.SUPERVISOR).toString()));
  }

  @Test
  void aConsentBeforeItsCaseIsKeptAndTheNewestWordCountsInWhateverOrderItComes() {
    UUID caseId = UUID.randomUUID();
    UUID withdrawal = UUID.randomUUID();
    UUID consent = UUID.randomUUID();
    consented(caseId, UUID.randomUUID(), withdrawal, "withdrawn", "2026-02-01T05:00:00Z");
    consented(caseId, UUID.randomUUID(), consent, "given", "2026-01-10T05:00:00Z");
    UUID opening = UUID.randomUUID();
    opened(caseId, 1, opening, staff(Persona.SOCIAL_WORKER));
    awaitHandled(opening);
    assertThat(refer(Persona.SOCIAL_WORKER, referral(caseId)).statusCode()).isEqualTo(409);
    consented(caseId, UUID.randomUUID(), UUID.randomUUID(), "given", "2026-03-01T05:00:00Z");
    Awaitility.await("the new consent")
        .until(() -> refer(Persona.SOCIAL_WORKER, referral(caseId)).statusCode() == 201);
  }

  @Test
  void anEventThatMakesNoSenseIsSetAsideAndTheNextOneIsApplied() {
    UUID caseId = UUID.randomUUID();
    String half = "{\"caseId\":\"" + caseId + "\"}";
    Topic.sendRaw(Topic.CASES, Topic.CASE_OPENED, caseId, 1, UUID.randomUUID(), half);
    Topic.sendRaw(Topic.CASES, Topic.CASE_OPENED, caseId, 2, UUID.randomUUID(), "no JSON");
    UUID good = UUID.randomUUID();
    opened(caseId, 3, good, staff(Persona.SOCIAL_WORKER));
    awaitHandled(good);
    // an event that is delivered again, as when a reader joins the group meanwhile, is set aside
    // again
    Awaitility.await("the dead letters")
        .until(
            () ->
                Topic.read(Topic.CASES + ".referral-service.dead-letter", caseId).stream()
                        .map(letter -> Topic.header(letter, "ce_id"))
                        .distinct()
                        .count()
                    == 2);
  }

  @Test
  void everyExampleOfTheContractsIsUnderstood() {
    for (String type : new String[] {Topic.CASE_OPENED, Topic.CONSENT_RECORDED}) {
      understood(Topic.CASES, type);
    }
    understood(Topic.DIRECTORY, Topic.AGENCY_REGISTERED);
  }

  private static void understood(String topic, String type) {
    for (String example : Topic.CONTRACTS.examples(type)) {
      UUID event = UUID.randomUUID();
      Topic.send(topic, type, UUID.randomUUID(), 1, event, example);
      awaitHandled(event);
    }
  }

  private static void opened(UUID caseId, long version, UUID event, UUID owner) {
    Topic.send(
        Topic.CASES,
        Topic.CASE_OPENED,
        caseId,
        version,
        event,
        """
        {"caseId":"%s","caseNumber":"KP-TST-000001","unitId":"%s","districtCode":"peshawar",
         "ownerId":"%s","sex":"female","ageBand":"6-11","concerns":[],
         "openedAt":"2026-01-10T05:00:00Z","recordedAt":"2026-01-10T05:01:00Z"}"""
            .formatted(caseId, PESHAWAR, owner));
  }

  private static void consented(
      UUID caseId, UUID consent, UUID event, String decision, String happenedAt) {
    Topic.send(
        Topic.CASES,
        Topic.CONSENT_RECORDED,
        caseId,
        1,
        event,
        """
        {"caseId":"%s","consentId":"%s","purpose":"share-information","decision":"%s",
         "agencyId":"%s","happenedAt":"%s"}"""
            .formatted(caseId, consent, decision, LEGAL_AID, happenedAt));
  }

  /** Events of one key arrive in order: when this one is there, those before were handled. */
  private static void awaitAnotherOn(UUID caseId) {
    UUID marker = UUID.randomUUID();
    consented(caseId, UUID.randomUUID(), marker, "refused", "2020-01-01T00:00:00Z");
    awaitHandled(marker);
  }

  private static void awaitHandled(UUID event) {
    Awaitility.await("event " + event)
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", event) == 1);
  }

  private static String owner(UUID caseId) {
    return Backstage.texts("select owner_id from known_case where case_id = ?", caseId).getFirst();
  }
}
