package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.with;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.access.ReferralOperation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sender's referrals across cases: by what is to be done about them, and nobody else's. */
@HifazatTest(service = "referrals")
class SentListTest {
  private static final Persona ME = Persona.SOCIAL_WORKER;

  /** Long ago, so that these come first wherever the oldest does. */
  private static final Instant SENT = Instant.parse("2012-03-01T05:00:00Z");

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  static Map<String, Set<Relation>> allowed(ReferralOperation operation) {
    Map<String, Set<Relation>> allowed = new HashMap<>();
    List<String> roles =
        operation == ReferralOperation.LIST_REFERRALS_OF_UNIT
            ? List.of("supervisor")
            : List.of("social-worker", "protection-officer", "psychologist", "supervisor");
    roles.forEach(role -> allowed.put(role, Set.of(Relation.NONE)));
    return allowed;
  }

  static Response list(Persona persona, ReferralOperation operation) {
    return list(
        persona, operation == ReferralOperation.LIST_REFERRALS_OF_UNIT ? "of=unit" : "of=mine");
  }

  private static Response list(Persona persona, String asked) {
    return as(persona).get("/v1/referrals?" + asked);
  }

  @Test
  void oneSeesWhatIsOpenByWhenItIsDueWhatIsToBeToldAndWhatHasEnded() {
    UUID caseId = Backstage.openCaseWithConsent();
    Sent waiting = sent(ME, caseId, 1);
    Sent accepted = answered(sent(ME, caseId, 0), "acceptance", at(SENT.plusSeconds(3600)));
    Sent refused =
        answered(
            sent(ME, Backstage.openCaseWithConsent(), 2),
            "rejection",
            because(SENT.plusSeconds(7200), "duplicate"));
    Sent told = answered(sent(ME, caseId, 3), "rejection", because(told(), "duplicate"));
    Requests.step(ME, told, "loop-closure", at(told())).then().statusCode(200);

    Response open = list(ME, "limit=1");
    open.then()
        .statusCode(200)
        .body("items.id", contains(waiting.id()))
        .body("items[0].caseId", equalTo(caseId.toString()))
        .body("items[0].caseNumber", equalTo("KP-TST-" + caseId.toString().substring(0, 6)))
        .body("items[0].agencyName.ur", equalTo("ادارہ"))
        .body("items[0].overdue", equalTo(true))
        .body("items[0].since", equalTo("2012-03-02T06:00:00Z"))
        .body("items[0].packet", nullValue());
    String next = open.header("Link").replaceAll(".*[?&]cursor=([^&>]+).*", "$1");
    list(ME, "limit=1&cursor=" + next).then().body("items.id", contains(accepted.id()));
    list(ME, "shelf=waiting&limit=1").then().body("items.id", contains(waiting.id()));
    list(ME, "shelf=under-way&overdue=true&limit=1")
        .then()
        .body("items.id", contains(accepted.id()))
        .body("items.status", contains("accepted"));
    list(ME, "shelf=to-close&limit=1")
        .then()
        .body("items.id", contains(refused.id()))
        .body("items[0].overdue", equalTo(false))
        .body("items[0].statusCode", equalTo("duplicate"));
    list(ME, "shelf=ended&limit=1").then().body("items.id", contains(told.id()));
    refusesWhatIsNoList(next);
  }

  private static void refusesWhatIsNoList(String cursor) {
    for (String asked :
        List.of(
            "shelf=all",
            "of=province",
            "overdue=yes",
            "shelf=ended&overdue=true",
            "shelf=ended&cursor=" + cursor,
            "limit=101")) {
      list(ME, asked).then().statusCode(400).body("code", equalTo("invalid-value"));
    }
  }

  @Test
  void aColleaguesAreTheirsAndTheSupervisorsAndOfASealedCaseOnlyWhoIsNamedSeesThem() {
    UUID caseId = Backstage.openCase(Backstage.staff(Persona.COLLEAGUE), Backstage.PESHAWAR);
    Backstage.consent(
        caseId, "share-information", "given", Backstage.LEGAL_AID, "2026-01-10T05:00:00Z", null);
    String id = sent(Persona.COLLEAGUE, caseId, -40).id();
    assertThat(ids(Persona.COLLEAGUE, "of=mine")).contains(id);
    assertThat(ids(Persona.SUPERVISOR, "of=unit")).contains(id);
    assertThat(ids(Persona.SUPERVISOR, "of=mine")).doesNotContain(id);
    assertThat(ids(ME, "of=mine")).doesNotContain(id);
    assertThat(ids(Persona.OTHER_UNIT_SUPERVISOR, "of=unit")).doesNotContain(id);

    Backstage.execute(
        "update known_case set member_ids = array[?::uuid] where case_id = ?",
        Backstage.staff(ME),
        caseId);
    assertThat(ids(ME, "of=mine")).contains(id);
    Backstage.execute(
        "update known_case set named_ids = array[?::uuid] where case_id = ?",
        Backstage.staff(Persona.COLLEAGUE),
        caseId);
    assertThat(ids(Persona.COLLEAGUE, "of=mine")).contains(id);
    assertThat(ids(ME, "of=mine")).doesNotContain(id);
    assertThat(ids(Persona.SUPERVISOR, "of=unit")).doesNotContain(id);
    list(Persona.COLLEAGUE, "of=unit").then().statusCode(403).body("code", equalTo("forbidden"));
  }

  /** The first of all that is open: whatever is this old is among them. */
  private static List<String> ids(Persona persona, String asked) {
    Response page = list(persona, asked + "&overdue=true&limit=100");
    page.then().statusCode(200).body("items.overdue", everyItem(equalTo(true)));
    return new ArrayList<>(page.<List<String>>path("items.id"));
  }

  private static Instant told() {
    return SENT.plusSeconds(4 * 3600);
  }

  private static Sent sent(Persona persona, UUID caseId, int hour) {
    Response made =
        refer(
            persona,
            with(referral(caseId), "authoredAt", SENT.plusSeconds(hour * 3600L).toString()));
    made.then().statusCode(201);
    return new Sent(made.path("id"), made.header("ETag"), caseId);
  }
}
