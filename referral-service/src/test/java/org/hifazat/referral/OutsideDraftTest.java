package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Drafting.begin;
import static org.hifazat.referral.Drafting.begun;
import static org.hifazat.referral.Drafting.list;
import static org.hifazat.referral.Drafting.read;
import static org.hifazat.referral.Drafting.save;
import static org.hifazat.referral.Drafting.send;
import static org.hifazat.referral.Requests.with;
import static org.hifazat.referral.Requests.without;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Drafting.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referral to somebody whom no directory has, while it is written. */
@HifazatTest(service = "referrals")
class OutsideDraftTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Inject FieldCipher cipher;
  @Inject CallerContext callers;

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void itIsKeptBeforeAnybodyConsentedAndSentToThemOnceTheyDid() {
    Outsider doctor = new Outsider(Backstage.openCase(), UUID.randomUUID());
    Kept draft = begun(doctor.caseId(), to(doctor));
    list(WORKER, doctor.caseId())
        .then()
        .statusCode(200)
        .body("items[0].recipientId", equalTo(doctor.recipient().toString()))
        .body("items[0].serviceId", nullValue());
    read(Persona.SUPERVISOR, draft)
        .then()
        .statusCode(200)
        .body("content.recipientId", equalTo(doctor.recipient().toString()));
    stays(draft, 422, "recipient-unknown");
    doctor.said("refused", false);
    stays(draft, 409, "consent-missing");
    doctor.said("given", true);
    send(WORKER, draft)
        .then()
        .statusCode(201)
        .body("id", equalTo(draft.id()))
        .body("recipientId", equalTo(doctor.recipient().toString()))
        .body("category", equalTo("health"))
        .body("agencyId", nullValue());
    read(WORKER, draft).then().statusCode(404);
  }

  @Test
  void nobodyOfAnotherCaseIsReachedByItAndNobodyOfAnAgencyChosen() {
    Outsider doctor = Outsider.named("health");
    Outsider others = Outsider.named("health");
    stays(
        begun(doctor.caseId(), to(new Outsider(doctor.caseId(), others.recipient()))),
        422,
        "recipient-unknown");
    Map<String, Object> forOne = with(to(doctor), "addressee", UUID.randomUUID().toString());
    stays(
        begun(doctor.caseId(), with(forOne, "addresseeName", "Somebody Invented")),
        422,
        "addressee-unknown");
  }

  @Test
  void itIsForOneOfTheTwoWheneverItIsKept() {
    Outsider doctor = Outsider.named("health");
    Map<String, Object> both = with(to(doctor), "serviceId", Backstage.LEGAL_AID.toString());
    refused(begin(WORKER, doctor.caseId(), both));
    Kept draft = begun(doctor.caseId(), to(doctor));
    refused(save(WORKER, draft, both));
    read(WORKER, draft)
        .then()
        .header("ETag", "\"v0\"")
        .body("content.recipientId", equalTo(doctor.recipient().toString()))
        .body("content.serviceId", nullValue());
    Response nobody = send(WORKER, begun(doctor.caseId(), without(to(doctor), "recipientId")));
    nobody
        .then()
        .statusCode(422)
        .body("code", equalTo("draft-unfinished"))
        .body("errors.pointer", hasItem("/serviceId"));
  }

  /** While one version takes the other's place both read what either kept. */
  @Test
  void whatAnotherVersionKeptBesidesTakesNobodyTheList() {
    Outsider doctor = Outsider.named("health");
    Kept draft = begun(doctor.caseId(), to(doctor));
    UUID id = UUID.fromString(draft.id());
    String kept =
        Backstage.texts("select encode(content, 'base64') from referral_draft where id = ?", id)
            .getFirst();
    Backstage.execute(
        "update referral_draft set content = ? where id = ?", more(doctor.caseId(), id, kept), id);
    list(WORKER, doctor.caseId()).then().statusCode(200).body("items.id", hasItem(draft.id()));
    read(WORKER, draft)
        .then()
        .statusCode(200)
        .body("content.recipientId", equalTo(doctor.recipient().toString()));
  }

  private byte[] more(UUID caseId, UUID id, String kept) {
    String field = "referral_draft.content";
    byte[] sealed = Base64.getMimeDecoder().decode(kept);
    return callers.as(
        Database.caller(WORKER),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        cipher.encrypt(
                            caseId,
                            field,
                            id,
                            cipher
                                .decrypt(caseId, field, id, sealed)
                                .replaceFirst("\\{", "{\"later\":[1],"))));
  }

  private static Map<String, Object> to(Outsider named) {
    return with(
        without(Drafting.whole(), "serviceId"), "recipientId", named.recipient().toString());
  }

  private static void refused(Response kept) {
    kept.then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"))
        .body("errors[0].pointer", equalTo("/serviceId"));
  }

  /** Nothing was sent, and nothing of what was written is lost. */
  private static void stays(Kept draft, int status, String code) {
    send(WORKER, draft).then().statusCode(status).body("code", equalTo(code));
    read(WORKER, draft).then().statusCode(200).header("ETag", draft.etag());
    assertThat(
            Backstage.count(
                "select count(*) from referral where id = ?", UUID.fromString(draft.id())))
        .isZero();
  }
}
