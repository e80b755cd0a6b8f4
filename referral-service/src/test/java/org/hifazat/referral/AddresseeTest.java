package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.step;
import static org.hifazat.referral.Requests.with;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.hifazat.referral.Requests.Sent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referral that is meant for one person of the agency is that person's alone. */
@HifazatTest(service = "referrals")
class AddresseeTest {
  static final UUID WORKER = UUID.fromString("4f0f5d0e-0000-4000-8000-000000000001");
  static final UUID COLLEAGUE = UUID.fromString("4f0f5d0e-0000-4000-8000-000000000002");

  private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

  @Inject AgroalDataSource pool;
  @Inject CallerContext callers;

  @BeforeEach
  void arrange() {
    Agencies.known();
    peopleOfTheLegalAidCentre();
  }

  /** The persona who signs in for it, and somebody nobody signs in as. */
  static void peopleOfTheLegalAidCentre() {
    if (Backstage.count(
            "select count(*) from known_agency_person where active and person_id in (?, ?)",
            WORKER,
            COLLEAGUE)
        < 2) {
      listed(WORKER, subject(Persona.PARTNER_WORKER), true, true);
      listed(COLLEAGUE, "nobody-signs-in-as", true, true);
    }
  }

  /** Of a referral that was sent to a person: for another now, or for the queue. */
  static void meantFor(String referral, @Nullable UUID person) {
    String name =
        NAMES.computeIfAbsent(
            referral,
            id ->
                Backstage.texts(
                        "select coalesce(encode(addressee_name, 'hex'), '') from referral where id = ?::uuid",
                        id)
                    .getFirst());
    Backstage.execute(
        "update referral set addressee_id = ?, addressee_name = decode(?, 'hex') where id = ?::uuid",
        person,
        person == null ? null : name,
        referral);
  }

  static Response handAllOver(Persona persona) {
    peopleOfTheLegalAidCentre();
    return handAllOver(persona, COLLEAGUE, null);
  }

  @Test
  void whomeverTheSenderChoseAloneReadsAndAnswersAndTheSenderSeesWho() {
    Sent mine = sentTo(WORKER);
    Response read = as(Persona.PARTNER_WORKER).get("/partner/v1/referrals/" + mine.id());
    read.then()
        .body("addressee.mine", equalTo(true))
        .body("packetState", equalTo("not-accepted"))
        .body("summary.requestText", notNullValue());
    Response systems = as(Persona.PARTNER_SYSTEM).get("/partner/v1/referrals/" + mine.id());
    systems
        .then()
        .body("addressee.mine", equalTo(false))
        .body("addressee.name", equalTo("Advocate Zubaida"))
        .body("packetState", equalTo("with-a-colleague"));
    assertThat(systems.asString()).doesNotContain("custody", "uncle", "invented school");
    Response accepted = step(Persona.PARTNER_WORKER, mine, "acceptance", at(LATER));
    accepted
        .then()
        .statusCode(200)
        .body("packet.safeContact", notNullValue())
        .body("claim.mine", equalTo(true));
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/fhir/R4/ServiceRequest/" + mine.id())
        .then()
        .statusCode(200)
        .body("performer.type", contains("Organization", "PractitionerRole"))
        .body("performer[1].display", equalTo("Advocate Zubaida"))
        .body("note", nullValue());
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + mine.id())
        .then()
        .body("addressee.name", equalTo("Advocate Zubaida"))
        .body("handovers", equalTo(List.of()));
    as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{}")
        .post("/v1/referrals/" + mine.id() + "/links")
        .then()
        .statusCode(409)
        .body("code", equalTo("addressed-to-another"));
  }

  @Test
  void byFhirThePersonIsASecondPerformerAndOwnerOfTheTask() {
    String person =
        "{\"type\":\"PractitionerRole\",\"identifier\":{\"system\":\"urn:hifazat:agency-person\",\"value\":\"%s\"},\"display\":\"Advocate Tariq\"}";
    String bundle =
        FhirTest.transaction(Backstage.openCaseWithConsent(), "6-11")
            .replace("\"performer\":[{", "\"performer\":[" + person.formatted(COLLEAGUE) + ",{");
    // The service comes first: what else performs is beside it.
    FhirTest.make(Persona.SOCIAL_WORKER, UUID.randomUUID(), bundle).then().statusCode(400);
    String one = "}}," + person.formatted(COLLEAGUE);
    notUnderstood(one.replace("agency-person", "staff") + "]", "", "/entry/performer: ident");
    notUnderstood(one + "," + person.formatted(WORKER) + "]", "", "/entry/performer: two-at-most");
    String owner = "\"owner\":" + person.formatted(WORKER) + ",";
    notUnderstood("}}]", owner, "/entry/task/owner: second-performer");
    notUnderstood(one + "]", owner, "/entry/task/owner: second-performer");
    String ordered =
        FhirTest.transaction(Backstage.openCaseWithConsent(), "6-11")
            .replace(
                "}}],\n    \"reasonCode\"",
                "}}," + person.formatted(COLLEAGUE) + "],\n    \"reasonCode\"");
    FhirTest.make(
            Persona.SOCIAL_WORKER,
            UUID.randomUUID(),
            ordered.replace(",\"display\":\"Advocate Tariq\"", ""))
        .then()
        .statusCode(400)
        .body("issue[0].diagnostics", startsWith("/entry/performer/display: required"));
    Response made = FhirTest.make(Persona.SOCIAL_WORKER, UUID.randomUUID(), ordered);
    made.then().statusCode(201);
    String id = made.<String>path("entry[1].response.location").replace("Task/", "");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/fhir/R4/Task/" + id)
        .then()
        .body("owner.type", equalTo("PractitionerRole"))
        .body("owner.display", equalTo("Advocate Tariq"));
  }

  /** It would go to everybody there. */
  private static void notUnderstood(String performers, String owner, String why) {
    String bundle =
        FhirTest.transaction(Backstage.openCaseWithConsent(), "6-11")
            .replace(
                "}}],\n    \"reasonCode\"", "}" + performers.substring(1) + ",\n    \"reasonCode\"")
            .replace("\"status\":\"requested\",", "\"status\":\"requested\"," + owner);
    FhirTest.make(Persona.SOCIAL_WORKER, UUID.randomUUID(), bundle)
        .then()
        .statusCode(400)
        .body("issue[0].diagnostics", startsWith(why));
  }

  @Test
  void nobodyIsChosenWhomTheAgencyDoesNotList() {
    UUID caseId = Backstage.openCaseWithConsent();
    UUID hospitals = UUID.randomUUID();
    Topic.send(
        Topic.DIRECTORY,
        Topic.AGENCY_PERSON_LISTED,
        Backstage.HOSPITAL,
        1,
        UUID.randomUUID(),
        event(hospitals, Backstage.HOSPITAL, "somebody", true, true));
    UUID unnamed = UUID.randomUUID();
    listed(unnamed, "somebody-else", false, true);
    known(hospitals, true);
    for (UUID person : new UUID[] {hospitals, unnamed, UUID.randomUUID()}) {
      refer(Persona.SOCIAL_WORKER, meantFor(referral(caseId), person))
          .then()
          .statusCode(422)
          .body("code", equalTo("addressee-unknown"))
          .body("errors[0].pointer", equalTo("/addressee"));
    }
    for (Map<String, Object> half :
        List.of(
            with(referral(caseId), "addressee", WORKER.toString()),
            with(referral(caseId), "addresseeName", "Advocate Zubaida"))) {
      refer(Persona.SOCIAL_WORKER, half)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/addresseeName"));
    }
  }

  @Test
  void itIsHandedOverWithAReasonByThemOrTheAgencysSystemAndTheSenderReadsWhy() {
    Sent theirs = sentTo(COLLEAGUE);
    Map<String, Object> why = Map.of("reason", "On leave until Monday");
    step(Persona.PARTNER_WORKER, theirs, "handing-over", why)
        .then()
        .statusCode(409)
        .body("code", equalTo("addressed-to-another"));
    step(Persona.PARTNER_SYSTEM, theirs, "handing-over", Map.of("reason", " "))
        .then()
        .statusCode(400);
    step(
            Persona.PARTNER_SYSTEM,
            theirs,
            "handing-over",
            Map.of("reason", "On leave", "to", COLLEAGUE.toString(), "toName", "Advocate Tariq"))
        .then()
        .statusCode(422)
        .body("code", equalTo("addressee-unknown"));
    Map<String, Object> toWorker = new HashMap<>(why);
    toWorker.put("to", WORKER.toString());
    step(Persona.PARTNER_SYSTEM, theirs, "handing-over", toWorker)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/toName"));
    toWorker.put("toName", "Advocate Zubaida");
    Response handed = step(Persona.PARTNER_SYSTEM, theirs, "handing-over", toWorker);
    handed
        .then()
        .statusCode(200)
        .body("addressee.name", equalTo("Advocate Zubaida"))
        .body("packetState", equalTo("with-a-colleague"));
    Response queued =
        step(Persona.PARTNER_WORKER, theirs.id(), handed.header("ETag"), "handing-over", why);
    queued.then().statusCode(200).body("addressee", nullValue());
    step(Persona.PARTNER_WORKER, theirs.id(), queued.header("ETag"), "handing-over", why)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-addressed"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + theirs.id())
        .then()
        .body("addressee", nullValue())
        .body("handovers.why", contains("handed-over", "handed-over"))
        .body("handovers.reason", hasItem("On leave until Monday"))
        .body("handovers[0].to", equalTo("Advocate Zubaida"))
        .body("handovers[1].to", nullValue());
    assertThat(told(theirs)).containsExactly("handed-over false", "handed-over true");
  }

  @Test
  void whatWasMeantForSomebodyWhoLeftWaitsInTheQueueAndTheSenderIsTold() {
    UUID leaver = UUID.randomUUID();
    listed(leaver, "leaves-soon", true, true);
    Sent sent = sentTo(leaver);
    Sent done = sentTo(leaver);
    Backstage.put(done.id(), "completed");
    listed(leaver, "leaves-soon", true, false);
    Awaitility.await()
        .until(
            () ->
                Backstage.count(
                        "select count(*) from referral where id = ?::uuid and addressee_id is null",
                        sent.id())
                    == 1);
    Response read = as(Persona.PARTNER_WORKER).get("/partner/v1/referrals/" + sent.id());
    read.then().body("packetState", equalTo("unclaimed")).body("addressee", nullValue());
    step(Persona.PARTNER_WORKER, sent.id(), read.header("ETag"), "claim", at(LATER))
        .then()
        .statusCode(200);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + sent.id())
        .then()
        .body("handovers[0].why", equalTo("left"))
        .body("handovers[0].by", equalTo("platform"));
    assertThat(told(sent)).containsExactly("left true");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + done.id())
        .then()
        .body("addressee.id", equalTo(leaver.toString()));
  }

  @Test
  void whoeverKeepsTheAgencysPeopleHandsOnAllThatIsMeantForOneUnreadAndOnRecord() {
    UUID ill = UUID.randomUUID();
    listed(ill, "is-ill", true, true);
    Sent first = sentTo(ill);
    Sent second = sentTo(ill);
    handAllOver(Persona.COMMISSION_ADMIN, ill, UUID.randomUUID())
        .then()
        .statusCode(422)
        .body("code", equalTo("addressee-unknown"));
    handAllOver(Persona.COMMISSION_ADMIN, UUID.randomUUID(), null).then().statusCode(404);
    handAllOver(Persona.COMMISSION_ADMIN, ill, WORKER)
        .then()
        .statusCode(200)
        .body("referrals", equalTo(2));
    for (Sent sent : new Sent[] {first, second}) {
      as(Persona.PARTNER_WORKER)
          .get("/partner/v1/referrals/" + sent.id())
          .then()
          .body("addressee.mine", equalTo(true));
    }
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + first.id())
        .then()
        .body("handovers[0].by", equalTo("commission"));
    assertThat(Backstage.audit("HAND_OVER_REFERRALS", ill)).containsExactly("performed ");
  }

  /** The second wall: whatever the service believes, the database lets no colleague change it. */
  @Test
  void theDatabaseLetsNoColleagueChangeWhatIsMeantForAnother() {
    UUID asked = UUID.randomUUID();
    listed(asked, Persona.PARTNER_WORKER.account(), true, true);
    Database database = new Database(pool, callers);
    String change = "update referral set last_modified = last_modified where id = '%s'";
    assertThat(database.change(Persona.PARTNER_WORKER, change.formatted(sentTo(COLLEAGUE).id())))
        .isZero();
    assertThat(database.change(Persona.PARTNER_WORKER, change.formatted(sentTo(asked).id())))
        .isOne();
  }

  static Response handAllOver(Persona persona, UUID person, @Nullable UUID to) {
    Map<String, Object> body = new HashMap<>(Map.of("reason", "In hospital"));
    if (to != null) {
      body.put("to", to.toString());
      body.put("toName", called(to));
    }
    return as(persona).body(json(body)).post("/v1/agency-people/" + person + "/handing-over");
  }

  static Map<String, Object> meantFor(Map<String, Object> referral, UUID person) {
    return with(with(referral, "addressee", person.toString()), "addresseeName", called(person));
  }

  private static String called(UUID person) {
    return person.equals(WORKER) ? "Advocate Zubaida" : "Advocate Tariq";
  }

  static Sent sentTo(UUID person) {
    known(person, true);
    UUID caseId = Backstage.openCaseWithConsent();
    Response response = refer(Persona.SOCIAL_WORKER, meantFor(referral(caseId), person));
    response.then().statusCode(201);
    return new Sent(response.path("id"), response.header("ETag"), caseId);
  }

  private static List<String> told(Sent sent) {
    return Awaitility.await()
        .until(
            () ->
                Topic.read(Topic.REFERRALS, sent.caseId()).stream()
                    .filter(
                        one ->
                            Topic.header(one, "ce_type")
                                .equals("org.hifazat.referrals.referral-handed-over.v1"))
                    .map(
                        one -> {
                          String text = new String(one.value(), StandardCharsets.UTF_8);
                          Topic.CONTRACTS.assertPublishable(Topic.header(one, "ce_type"), text);
                          JsonPath path = JsonPath.from(text);
                          return path.getString("why") + " " + path.getBoolean("toQueue");
                        })
                    .toList(),
            found -> !found.isEmpty() && found.getLast().endsWith("true"));
  }

  static void listed(UUID person, String account, boolean listed, boolean active) {
    Topic.send(
        Topic.DIRECTORY,
        Topic.AGENCY_PERSON_LISTED,
        Backstage.LEGAL_AID,
        active ? 1 : 2,
        UUID.randomUUID(),
        event(person, Backstage.LEGAL_AID, account, listed, active));
    known(person, active);
  }

  private static void known(UUID person, boolean active) {
    Awaitility.await()
        .until(
            () ->
                Backstage.count(
                        "select count(*) from known_agency_person where person_id = ? and active = ?",
                        person,
                        active)
                    == 1);
  }

  static String event(UUID person, UUID agency, String account, boolean listed, boolean active) {
    return "{\"personId\":\"%s\",\"agencyId\":\"%s\",\"account\":\"%s\",\"listed\":%s,\"active\":%s}"
        .formatted(person, agency, account, listed, active);
  }

  static String subject(Persona persona) {
    return JsonPath.from(
            new String(
                Base64.getUrlDecoder().decode(Tokens.of(persona).split("\\.", -1)[1]),
                StandardCharsets.UTF_8))
        .getString("sub");
  }
}
