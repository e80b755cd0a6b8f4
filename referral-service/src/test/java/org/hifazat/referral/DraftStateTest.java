package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Drafting.Kept;
import org.hifazat.referral.StateTableTest.Action;
import org.hifazat.referral.StateTableTest.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The first row of the table of {@link StateTableTest}, as it is lived: a draft is kept, sent or
 * given up by those who may refer for its case, and is nothing to everybody else, by every door.
 */
@HifazatTest(service = "referrals")
class DraftStateTest {
  private Kept draft = new Kept("", "", new UUID(0, 0));

  @BeforeEach
  void arrange() {
    Agencies.known();
    AddresseeTest.peopleOfTheLegalAidCentre();
    draft = Drafting.begun(Backstage.openCaseWithConsent(), Drafting.whole());
  }

  /** What may be done to a draft. */
  private enum OfADraft {
    READ,
    KEEP,
    DISCARD,
    SEND;

    Response by(Persona persona, Kept draft) {
      return switch (this) {
        case READ -> Drafting.read(persona, draft);
        case KEEP -> Drafting.save(persona, draft, Drafting.whole());
        case DISCARD -> Drafting.discard(persona, draft);
        case SEND -> Drafting.send(persona, draft);
      };
    }
  }

  @TestFactory
  Stream<DynamicTest> everyStepOfAReferralIsRefusedToEverybodyWhileItIsADraft() {
    return Arrays.stream(Action.values())
        .flatMap(
            action ->
                Arrays.stream(Actor.values())
                    .map(
                        actor ->
                            DynamicTest.dynamicTest(
                                action + " by " + actor, () -> stepIsRefused(action, actor))));
  }

  private void stepIsRefused(Action action, Actor actor) {
    String base = action.isTheSenders() ? "/v1/referrals/" : "/partner/v1/referrals/";
    Response response =
        as(actor.persona)
            .header("If-Match", draft.etag())
            .body(json(action.body()))
            .post(base + draft.id() + "/" + action.path());
    assertThat(response.statusCode()).isIn(403, 404);
    assertThat(response.<String>path("code")).isIn("forbidden", "not-found");
    untouched();
  }

  @TestFactory
  Stream<DynamicTest> whatIsOfADraftIsDoneByThoseWhoMayReferAndByNobodyElse() {
    return Arrays.stream(OfADraft.values())
        .flatMap(
            what ->
                Arrays.stream(Actor.values())
                    .map(
                        actor ->
                            DynamicTest.dynamicTest(
                                what + " by " + actor, () -> ofADraft(what, actor))));
  }

  private void ofADraft(OfADraft what, Actor actor) {
    Kept one = Drafting.begun(Backstage.openCaseWithConsent(), Drafting.whole());
    Response response = what.by(actor.persona, one);
    boolean may = actor == Actor.OWNER || actor == Actor.SUPERVISOR;
    assertThat(response.statusCode() / 100 == 2).isEqualTo(may);
    if (!may) {
      boolean writesReferrals = actor == Actor.COLLEAGUE || actor == Actor.OTHER_UNITS_SUPERVISOR;
      assertThat(response.statusCode()).isEqualTo(writesReferrals ? 404 : 403);
      assertThat(version(one)).isEqualTo("0");
    }
  }

  @TestFactory
  Stream<DynamicTest> noOtherDoorLeadsToADraft() {
    String fhir = "{\"resourceType\":\"Task\",\"status\":\"accepted\",\"lastModified\":\"%s\"}";
    return Stream.of(
            door("reading it as a referral", Persona.SOCIAL_WORKER, "/v1/referrals/%s"),
            door("its thread", Persona.SOCIAL_WORKER, "/v1/referrals/%s/messages"),
            door("the unit's Task", Persona.SOCIAL_WORKER, "/v1/fhir/R4/Task/%s"),
            door("the unit's request", Persona.SOCIAL_WORKER, "/v1/fhir/R4/ServiceRequest/%s"),
            door("the agency's reading", Persona.PARTNER_SYSTEM, "/partner/v1/referrals/%s"),
            door("the agency's Task", Persona.PARTNER_SYSTEM, "/partner/v1/fhir/R4/Task/%s"),
            door(
                "the agency's thread", Persona.PARTNER_WORKER, "/partner/v1/referrals/%s/messages"))
        .map(
            door ->
                DynamicTest.dynamicTest(
                    door.name(),
                    () -> {
                      assertThat(
                              as(door.persona())
                                  .get(door.path().formatted(draft.id()))
                                  .statusCode())
                          .isEqualTo(404);
                      assertThat(
                              as(Persona.PARTNER_SYSTEM)
                                  .header("If-Match", "W/\"0\"")
                                  .body(fhir.formatted(LATER))
                                  .put("/partner/v1/fhir/R4/Task/" + draft.id())
                                  .statusCode())
                          .isEqualTo(404);
                      assertThat(
                              as(Persona.SOCIAL_WORKER)
                                  .header("Idempotency-Key", UUID.randomUUID())
                                  .body(json(Map.of("channel", "sms")))
                                  .post("/v1/referrals/" + draft.id() + "/links")
                                  .statusCode())
                          .isGreaterThanOrEqualTo(400);
                      untouched();
                    }));
  }

  private record Door(String name, Persona persona, String path) {}

  private static Door door(String name, Persona persona, String path) {
    return new Door(name, persona, path);
  }

  private void untouched() {
    assertThat(version(draft)).isEqualTo("0");
    assertThat(Backstage.count("select count(*) from referral where id = ?::uuid", draft.id()))
        .isZero();
  }

  private static String version(Kept draft) {
    return Backstage.texts("select version from referral_draft where id = ?::uuid", draft.id())
        .getFirst();
  }
}
