package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.hifazat.referral.FhirSchema.valid;
import static org.hifazat.referral.Requests.AUTHORED;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.accepted;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.off;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.requests.ReferralStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Referrals as FHIR R4, held to HL7's own schema. */
@HifazatTest(service = "referrals")
class FhirTest {
  private static final String BASE = "/partner/v1/fhir/R4/";
  private static final String CONTACT = "input.find { it.type.coding[0].code == 'safe-contact' }";

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void anAgencysSystemReadsAndAnswersAReferralAsATaskAndItsServiceRequest() {
    Sent sent = sent();
    String number = "KP-TST-" + sent.caseId().toString().substring(0, 6);
    Response asked = valid("ServiceRequest", get("ServiceRequest/" + sent.id()));
    asked
        .then()
        .body("status", equalTo("active"))
        .body("priority", equalTo("asap"))
        .body("note[0].text", equalTo("Counsel for the hearing about custody"))
        .body("subject.identifier.value", equalTo(number))
        .body("reasonCode[0].coding[0].code", equalTo("legal-advice"));
    Response task = valid("Task", get("Task/" + sent.id()));
    task.then()
        .header("ETag", "W/\"0\"")
        .body("status", equalTo("requested"))
        .body("focus.reference", equalTo("ServiceRequest/" + sent.id()))
        .body("businessStatus.coding[0].code", equalTo("not-accepted"))
        .body(CONTACT, nullValue());
    assertThat(task.asString()).doesNotContain("uncle", "invented school");
    valid("Task", as(Persona.PARTNER_WORKER).get(BASE + "Task/" + sent.id()))
        .then()
        .body("'for'.identifier.system", equalTo("urn:hifazat:referral"));

    Response accepted =
        put(
            sent.id(),
            "W/\"0\"",
            "{\"status\":\"accepted\",\"lastModified\":\"%s\"}".formatted(LATER));
    valid("Task", accepted)
        .then()
        .header("ETag", "W/\"1\"")
        .body(CONTACT + ".valueString", equalTo("Through the invented school"));
    valid("OperationOutcome", put(sent.id(), "W/\"0\"", "{\"status\":\"in-progress\"}"))
        .then()
        .statusCode(412)
        .header("ETag", "W/\"1\"")
        .body("issue[0].code", equalTo("conflict"))
        .body("issue[0].details.coding[0].code", equalTo("stale"));
    valid("OperationOutcome", get("Task/" + UUID.randomUUID()))
        .then()
        .statusCode(404)
        .body("issue[0].code", equalTo("not-found"));
    valid("OperationOutcome", as(Persona.SOCIAL_WORKER).get(BASE + "Task/" + sent.id()))
        .then()
        .statusCode(403)
        .body("issue[0].details.coding[0].code", equalTo("forbidden"));
    put(sent.id(), "\"v1\"", "{\"status\":\"on-hold\"}")
        .then()
        .statusCode(422)
        .body("issue[0].details.coding[0].code", equalTo("reason-needed"));
    put(sent.id(), "\"v1\"", "{\"status\":\"requested\"}")
        .then()
        .statusCode(409)
        .body("issue[0].details.coding[0].code", equalTo("step-not-allowed"));
    put(sent.id(), "\"v1\"", "{\"status\":\"received\"}")
        .then()
        .statusCode(400)
        .body("issue[0].diagnostics", startsWith("/status: "));
    String reason =
        "{\"status\":\"on-hold\",\"statusReason\":{\"text\":\"%s\",\"coding\":[{\"system\":"
            + "\"urn:hifazat:referral-code:status-reason\",\"code\":\"%s\"}]}}";
    for (String bad :
        List.of(
            reason.formatted("Later", "at-capacity\\u0000"),
            reason.formatted("x".repeat(2001), "at-capacity"))) {
      put(sent.id(), "\"v1\"", bad)
          .then()
          .statusCode(400)
          .body("issue[0].details.coding[0].code", equalTo("invalid-value"));
    }
    valid(
            "Task",
            put(
                sent.id(),
                "\"v1\"",
                "{\"status\":\"completed\",\"lastModified\":\"%s\",\"owner\":{},\"output\":[{\"valueCodeableConcept\":{\"text\":\"The court heard her\",\"coding\":[{\"system\":\"urn:hifazat:referral-code:outcome\",\"code\":\"provided\"}]}}]}"
                    .formatted(LATER)))
        .then()
        .body("status", equalTo("completed"))
        .body("output[0].valueCodeableConcept.text", equalTo("The court heard her"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + sent.id())
        .then()
        .body("outcome.code", equalTo("provided"))
        .body("outcome.at", equalTo(LATER.toString()));
    as(Persona.OTHER_PARTNER_SYSTEM).get(BASE + "Task/" + sent.id()).then().statusCode(404);
    as(Persona.SOCIAL_WORKER).get(BASE + "Task/" + sent.id()).then().statusCode(403);
    assertThat(FhirSchema.isValid(accepted.asString().replace("\"order\"", "17")))
        .as("the schema refuses")
        .isFalse();
  }

  @Test
  void everyStateIsATaskAServiceRequestAndAStateInPrimero() {
    Sent sent = sent();
    Response map = valid("ConceptMap", get("ConceptMap/primero"));
    for (ReferralStatus status : ReferralStatus.values()) {
      if (status == ReferralStatus.DRAFT) {
        continue;
      }
      Backstage.put(sent.id(), status.label());
      valid("Task", get("Task/" + sent.id())).then().body("status", equalTo(status.label()));
      valid("ServiceRequest", get("ServiceRequest/" + sent.id()));
      assertThat(
              map.<List<String>>path(
                  "group[0].element.findAll { it.code == '%s' }.target[0].code"
                      .formatted(status.label())))
          .as(status.label())
          .hasSize(1);
    }
    assertThat(map.<List<String>>path("group[0].element.code"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ReferralStatus.values())
                .filter(status -> status != ReferralStatus.DRAFT)
                .map(ReferralStatus::label)
                .toList());
    map.then()
        .body(
            "group[1].element.code",
            contains("in_progress", "accepted", "rejected", "done", "revoked"))
        .body(
            "group[1].element.target.code.flatten()",
            contains("requested", "accepted", "rejected", "completed", "cancelled"));
    get("ConceptMap/other-system").then().statusCode(404);
    valid("CapabilityStatement", get("metadata")).then().body("fhirVersion", equalTo("4.0.0"));
  }

  /** A reader of FHIR knows no codes of ours. */
  @Test
  void whyItDoesNotGoOnIsAlwaysThereInWordsThoseOfTheCodeWhereNobodyWroteAny() {
    Sent open = accepted(sent());
    get("Task/" + open.id()).then().body("statusReason", nullValue());
    why(answered(sent(), "rejection", because(LATER, "at-capacity")), "rejected", "No capacity");
    why(
        answered(open, "hold", because(LATER, "cannot-locate")),
        "on-hold",
        "The child or family cannot be found");
    why(
        answered(accepted(sent()), "failure", because(LATER, "not-eligible")),
        "failed",
        "Does not meet the criteria");
    Sent off = sent();
    step(Persona.SOCIAL_WORKER, off, "cancellation", off("sent-in-error")).then().statusCode(200);
    why(off, "cancelled", "Sent in error");
    why(
        answered(accepted(sent()), "hold", because(LATER, "at-capacity", "Until the new ward")),
        "on-hold",
        "Until the new ward");
  }

  /** Read by its number and by its sender, with the code beside it. */
  private static void why(Sent sent, String status, String text) {
    for (Response task :
        List.of(
            get("Task/" + sent.id()),
            as(Persona.SOCIAL_WORKER).get("/v1/fhir/R4/Task/" + sent.id()))) {
      valid("Task", task)
          .then()
          .body("status", equalTo(status))
          .body("statusReason.coding.system", contains("urn:hifazat:referral-code:status-reason"))
          .body("statusReason.text", equalTo(text));
    }
  }

  @Test
  void aListHoldsNobodysWordsAndTheNameOfTheCode() {
    Sent no = answered(sent(), "rejection", because(LATER, "at-capacity"));
    Sent later =
        answered(accepted(sent()), "hold", because(LATER, "at-capacity", "Until the new ward"));
    String since = get("Task/" + no.id()).path("meta.lastUpdated");
    String list = "Task?status=rejected,on-hold&_count=100&_lastUpdated=ge" + since;
    for (Sent one : List.of(no, later)) {
      valid("Bundle", get(list))
          .then()
          .body(
              "entry.resource.find { it.id == '%s' }.statusReason.text".formatted(one.id()),
              equalTo("No capacity"));
    }
  }

  @Test
  void aSearchByStateAndChangeGoesOnByItsLinkAndHoldsNoWords() {
    String since = "&_lastUpdated=ge" + AUTHORED;
    Sent open = sent();
    Sent done = Requests.completed();
    Response first = valid("Bundle", get("Task?status=requested,completed&_count=1" + since));
    first.then().body("entry", org.hamcrest.Matchers.hasSize(1));
    assertThat(first.asString()).doesNotContain("custody", "uncle", "KP-TST");
    String next = first.path("link.find { it.relation == 'next' }.url");
    assertThat(next).startsWith("http://localhost:8600" + BASE + "Task?status=requested");
    valid(
            "Bundle",
            as(Persona.PARTNER_SYSTEM)
                .urlEncodingEnabled(false)
                .get(next.substring(next.indexOf(BASE))))
        .then()
        .body("entry[0].resource.id", not(equalTo(first.<String>path("entry[0].resource.id"))));
    valid("Bundle", get("ServiceRequest?status=active&_count=100" + since))
        .then()
        .body("entry.resource.id", not(hasItem(done.id())))
        .body("entry.resource.status.unique()", contains("active"));
    assertThat(
            valid("Bundle", as(Persona.OTHER_PARTNER_SYSTEM).get(BASE + "Task?_count=100" + since))
                .asString())
        .doesNotContain(open.id());
    for (String bad :
        List.of(
            "Task?status=received",
            "Task?_lastUpdated=lt2026",
            "Task?_lastUpdated=ge-999999999-01-01T00:00:00Z",
            "ServiceRequest?status=x",
            "ServiceRequest?status=active,x")) {
      get(bad)
          .then()
          .statusCode(400)
          .body("issue[0].details.coding[0].code", equalTo("invalid-value"));
    }
  }

  @Test
  void aUnitMakesAReferralByATransactionUnderTheSameRules() {
    UUID caseId = Backstage.openCaseWithConsent();
    UUID key = UUID.randomUUID();
    Response made = valid("Bundle", make(Persona.SOCIAL_WORKER, key, transaction(caseId, "6-11")));
    made.then().statusCode(201).body("entry[1].response.status", equalTo("201 Created"));
    String task = made.path("entry[1].response.location");
    valid("Task", as(Persona.SOCIAL_WORKER).get("/v1/fhir/R4/" + task))
        .then()
        .body("status", equalTo("requested"))
        .body(CONTACT + ".valueString", equalTo("Through the invented school"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + task.substring("Task/".length()))
        .then()
        .body("packet.requestText", equalTo("Counsel for the hearing"))
        .body("priority", equalTo("high"));
    make(Persona.SOCIAL_WORKER, key, transaction(caseId, "6-11"))
        .then()
        .body("entry[1].response.location", equalTo(task));
    make(Persona.SOCIAL_WORKER, UUID.randomUUID(), transaction(Backstage.openCase(), "6-11"))
        .then()
        .statusCode(409)
        .body("issue[0].details.coding[0].code", equalTo("consent-missing"));
    make(Persona.COLLEAGUE, UUID.randomUUID(), transaction(caseId, "6-11")).then().statusCode(403);
    for (String bad :
        List.of(
            transaction(caseId, "six"),
            transaction(caseId, "6-11").replace("urn:hifazat:case\"", "urn:other\""),
            transaction(caseId, "6-11").replace("\"transaction\"", "\"batch\""),
            "{\"resourceType\":\"Patient\"}",
            "{")) {
      make(Persona.SOCIAL_WORKER, UUID.randomUUID(), bad).then().statusCode(400);
    }
  }

  @Test
  void anAgencyProposesBackOrOnwardWithConsentAndReadsWhatBecameOfIt() {
    Sent accepted = accepted(sent());
    String based = "ServiceRequest/" + accepted.id();
    valid("OperationOutcome", propose(Persona.PARTNER_SYSTEM, proposal(based, "")))
        .then()
        .statusCode(409)
        .body("issue[0].details.coding[0].code", equalTo("return-needs-consent"));
    String consent =
        """
        ,"extension":[{"url":"urn:hifazat:return-consent","extension":[
          {"url":"given-by","valueCode":"child"},{"url":"given-at","valueDateTime":"%s"}]}]"""
            .formatted(LATER);
    String service =
        """
        ,"performer":[{"identifier":{"system":"urn:hifazat:service","value":"%s"}}]""";
    Response made =
        valid(
            "ServiceRequest",
            propose(
                Persona.PARTNER_SYSTEM,
                proposal(based, consent + service.formatted(Persona.HOSPITAL))));
    made.then()
        .statusCode(201)
        .body("intent", equalTo("proposal"))
        .body("basedOn[0].reference", equalTo(based));
    String own = "ServiceRequest/" + made.path("id");
    assertThat(made.header("Location")).endsWith(BASE + own);
    valid("ServiceRequest", get(own))
        .then()
        .body("status", equalTo("active"))
        .body("note[0].text", equalTo("Invented: needs a doctor"));
    Afterwards.answer(
            Persona.SOCIAL_WORKER,
            accepted.id(),
            made.path("id"),
            Map.of("answer", "declined", "words", "Not now"))
        .then()
        .statusCode(204);
    get(own).then().body("status", equalTo("revoked"));
    as(Persona.OTHER_PARTNER_SYSTEM).get(BASE + own).then().statusCode(404);
    propose(Persona.OTHER_PARTNER_SYSTEM, proposal(based, consent)).then().statusCode(404);
    propose(Persona.SOCIAL_WORKER, proposal(based, consent)).then().statusCode(403);
    for (String bad :
        List.of(
            proposal("Task/" + accepted.id(), consent),
            proposal(based, consent).replace("\"proposal\"", "\"order\""),
            proposal(based, consent.replace("child", "nobody")),
            proposal(based, consent + service.formatted("some")),
            // Not an array, though FHIR's JSON has one: it must not pass for "back to the sender".
            proposal(
                based, consent + service.formatted(Persona.HOSPITAL).replaceAll("[\\[\\]]", "")),
            proposal(based, consent + ",\"performer\":[]"),
            proposal(based, consent).replace("Invented: needs a doctor", " "),
            "[]")) {
      propose(Persona.PARTNER_SYSTEM, bad).then().statusCode(400);
    }
  }

  private static Response propose(Persona persona, String request) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(request)
        .post(BASE + "ServiceRequest");
  }

  private static String proposal(String basedOn, String more) {
    return """
        {"resourceType":"ServiceRequest","status":"active","intent":"proposal",
         "subject":{"display":"as in the referral"},"basedOn":[{"reference":"%s"}],
         "reasonCode":[{"coding":[{"system":"urn:hifazat:referral-code:reason","code":"medical-care"}]}],
         "note":[{"text":"Invented: needs a doctor"}]%s}"""
        .formatted(basedOn, more);
  }

  private static Response get(String path) {
    return as(Persona.PARTNER_SYSTEM).get(BASE + path);
  }

  private static Response put(String id, String etag, String fields) {
    return as(Persona.PARTNER_SYSTEM)
        .header("If-Match", etag)
        .body("{\"resourceType\":\"Task\"," + fields.substring(1))
        .put(BASE + "Task/" + id);
  }

  static Response make(Persona persona, UUID key, String bundle) {
    return as(persona).header("Idempotency-Key", key).body(bundle).post("/v1/fhir/R4");
  }

  static String transaction(UUID caseId, String ageBand) {
    String input =
        "{\"type\":{\"coding\":[{\"system\":\"urn:hifazat:packet\",\"code\":\"%s\"}]},\"valueString\":\"%s\"}";
    return """
        {"resourceType":"Bundle","type":"transaction","entry":[
          {"resource":{"resourceType":"ServiceRequest","status":"active","intent":"order","priority":"asap",
            "subject":{"identifier":{"system":"urn:hifazat:case","value":"%s"}},"authoredOn":"%s",
            "performer":[{"identifier":{"system":"urn:hifazat:service","value":"%s"}}],
            "reasonCode":[{"coding":[{"system":"urn:hifazat:referral-code:reason","code":"legal-advice"}]}],
            "note":[{"text":"Counsel for the hearing"}]},"request":{"method":"POST","url":"ServiceRequest"}},
          {"resource":{"resourceType":"Task","status":"requested","intent":"order","input":[%s]},
            "request":{"method":"POST","url":"Task"}}]}"""
        .formatted(
            caseId,
            AUTHORED,
            Persona.LEGAL_AID,
            String.join(
                ",",
                input.formatted("age-band", ageBand),
                input.formatted("sex", "female"),
                input.formatted("language", "ps"),
                input.formatted("safe-contact", "Through the invented school")));
  }
}
