package org.hifazat.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.Requests.word;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.Papers;
import org.hifazat.cases.people.People;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose word a consent is, in which form, and on which order a court's rests. */
@HifazatTest(service = "cases")
class GiverTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String CASEWORK = "standings.find { it.purpose == 'case-management' }.";
  private static final String ENDED = "casework-consent-ended";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aCaregiversWordIsThatOfACaregiverOfThisChildAndNeverOfSomebodyOfConcern() {
    String id = Casework.opened("Named");
    String aunt = person(id, "aunt", "\"household\"");
    String uncle = person(id, "uncle", "\"caregiver\",\"person-of-concern\"");
    String mother = person(id, "mother", "\"caregiver\"");
    String another = person(Casework.opened("Other"), "mother", "\"caregiver\"");
    Map<String, Long> before = Backstage.rows();
    refused(says(id, "caregiver", ""), 422, "giver-person-needed");
    refused(says(id, "caregiver", by(another)), 422, "giver-unknown");
    refused(says(id, "caregiver", by(aunt)), 409, "giver-not-caregiver");
    refused(says(id, "caregiver", by(uncle)), 409, "giver-of-concern");
    String again = ",\"person\":{\"name\":\"INVENTED Uncle\",\"relation\":\"uncle\"}";
    refused(says(id, "caregiver", again), 409, "giver-of-concern");
    String titled = again.replace("INVENTED", "Dr. Invented");
    refused(says(id, "caregiver", titled), 409, "giver-of-concern");
    String standIn = ",\"withoutCaregiver\":\"unsafe\"";
    refused(says(id, "other-trusted-adult", by(uncle) + standIn), 409, "giver-of-concern");
    refused(says(id, "other-trusted-adult", by(aunt)), 422, "stand-in-reason-needed");
    refused(
        says(id, "other-trusted-adult", by(aunt) + standIn.replace("unsafe", "not-permitted")),
        409,
        "alone-not-allowed");
    assertThat(Backstage.rows()).isEqualTo(before);
    says(id, "other-trusted-adult", by(aunt) + standIn).then().statusCode(201);
    says(id, "caregiver", by(mother)).then().statusCode(201).body("personId", equalTo(mother));
    says(id, "child", "").then().statusCode(201);
    page(id)
        .then()
        .body(CASEWORK + "stands", equalTo(true))
        .body("consents.find { it.givenBy == 'caregiver' }.person", equalTo("Invented mother"));
    warnings(id).then().body("warnings.code", not(hasItem("consent-of-person-of-concern")));
    Backstage.execute(
        "update case_person set roles = array['caregiver', 'person-of-concern'] where id = ?::uuid",
        mother);
    warnings(id).then().body("warnings.code", hasItem("consent-of-person-of-concern"));
  }

  @Test
  void somebodyNotYetRecordedIsRecordedWithTheirWord() {
    String id = Casework.opened("Inline");
    Response said = send(WORKER, id, consent("case-management", "caregiver", Instant.now(), ""));
    said.then().statusCode(201);
    People.persons(WORKER, id)
        .then()
        .body("items.id", contains(said.<String>path("personId")))
        .body("items[0].roles", contains("caregiver"));
    refused(
        send(
            WORKER,
            id,
            consent("photo", "caregiver", Instant.now(), "").replace("\"mother\"", "\"landlady\"")),
        422,
        "code-unknown");
  }

  @Test
  void atWhichAgeItIsWrittenAndWhySomebodySpokeNevertheless() {
    String nine = Casework.opened("Spoken");
    send(WORKER, nine, spoken("child", "")).then().statusCode(201);
    refused(send(WORKER, nine, spoken("caregiver", "")), 422, "oral-reason-needed");
    String reason = ",\"oralReason\":\"by-telephone\"";
    send(WORKER, nine, spoken("caregiver", reason))
        .then()
        .statusCode(201)
        .body("oralReason", equalTo("by-telephone"));
    refused(
        send(WORKER, nine, spoken("caregiver", reason).replace("by-telephone", "in-a-hurry")),
        400,
        "invalid-value");
    String sixteen = openCase(WORKER, "Writes", "\"estimatedAgeYears\":16,\"ageBasis\":\"stated\"");
    refused(send(WORKER, sixteen, spoken("child", "")), 422, "oral-reason-needed");
    send(WORKER, sixteen, spoken("child", reason)).then().statusCode(201);
  }

  @Test
  void aCourtsWordRestsOnAnOrderInForceThatTwoPeopleHaveSeenAndEndsWithIt() {
    String id = Casework.opened("Ordered");
    LocalDate today = KarachiTime.day(Instant.now());
    Response order = Papers.order(WORKER, id, Papers.order("entrustment", today.minusDays(9), ""));
    String rests = on(order);
    String over =
        on(
            Papers.order(
                WORKER,
                id,
                Papers.order(
                    "rescue", today.minusDays(9), ",\"endsOn\":\"" + today.minusDays(1) + "\"")));
    String officers =
        on(
            Papers.order(
                WORKER,
                id,
                Papers.order("rescue", today, "")
                    .replace("child-protection-court", "protection-officer")));
    refused(says(id, "court", ""), 422, "consent-order-needed");
    refused(says(id, "court", ",\"orderId\":\"" + UUID.randomUUID() + "\""), 422, "order-unknown");
    refused(court(Persona.SUPERVISOR, id, over), 409, "order-not-in-force");
    refused(court(Persona.SUPERVISOR, id, officers), 409, "order-not-of-court");
    refused(court(WORKER, id, rests), 409, "court-word-second-person");
    court(Persona.SUPERVISOR, id, rests).then().statusCode(201);
    page(id).then().body(CASEWORK + "basis", equalTo("court"));
    send(
            WORKER,
            id,
            word("case-management", "child", Instant.now(), "").replace("given\"", "refused\""))
        .then()
        .statusCode(201);
    page(id).then().body(CASEWORK + "missing", contains("consent-refused"));
    says(id, "child", "").then().statusCode(201);
    page(id).then().body(CASEWORK + "basis", equalTo("court"));
    Papers.change(
            WORKER,
            "/v1/orders/" + order.path("id") + "/end",
            order,
            "{\"reason\":\"carried-out\",\"happenedAt\":\"%s\"}".formatted(Instant.now()))
        .then()
        .statusCode(200);
    page(id)
        .then()
        .body(CASEWORK + "missing", contains("caregiver-consent-needed"))
        .body("consents.last().decision", equalTo("withdrawn"));
    warnings(id).then().body("warnings.code", hasItem(ENDED));
    // Once for the child's no, once for the order's end.
    assertThat(tasks(id)).isEqualTo("done open");
    send(WORKER, id, consent("case-management", "caregiver", Instant.now(), ""))
        .then()
        .statusCode(201);
    page(id).then().body(CASEWORK + "basis", equalTo("consent"));
    warnings(id).then().body("warnings.code", not(hasItem(ENDED)));
    assertThat(tasks(id)).isEqualTo("done done");
  }

  @Test
  void aCourtsNoIsTakenBackOnAnOrderThatTwoPeopleHaveSeenAndItsYesAtOnce() {
    String id = Casework.opened("Forbidden");
    LocalDate began = KarachiTime.day(Instant.now()).minusDays(9);
    String rests = on(Papers.order(WORKER, id, Papers.order("entrustment", began, "")));
    court(Persona.SUPERVISOR, id, "refused", rests).then().statusCode(201);
    refused(court(WORKER, id, "withdrawn", ""), 422, "consent-order-needed");
    refused(court(WORKER, id, "withdrawn", rests), 409, "court-word-second-person");
    page(id).then().body(CASEWORK + "missing", contains("consent-refused"));
    court(Persona.SUPERVISOR, id, "withdrawn", rests).then().statusCode(201);
    page(id).then().body(CASEWORK + "missing", contains("consent-needed"));
    court(Persona.SUPERVISOR, id, rests).then().statusCode(201);
    court(WORKER, id, "withdrawn", "").then().statusCode(201);
    page(id).then().body(CASEWORK + "stands", equalTo(false));
  }

  @Test
  void aCourtsWordFromBeforeOrdersWereNamedIsWarnedOfUntilItIsRecordedOnOne() {
    String id = Casework.opened("Earlier");
    Backstage.execute("alter table consent drop constraint court_has_an_order");
    Backstage.execute(
        """
        insert into consent (id, case_id, purpose, decision, given_by, method, language, happened_at,
                             recorded_by, recorded_at)
        values (gen_random_uuid(), ?::uuid, 'case-management', 'given', 'court', 'signature', 'ps',
                now() - interval '1 minute', gen_random_uuid(), now())""",
        id);
    Backstage.execute(
        "alter table consent add constraint court_has_an_order check (decision = 'withdrawn'"
            + " or given_by <> 'court' or order_id is not null) not valid");
    warnings(id).then().body("warnings.code", hasItem("court-word-without-order"));
    LocalDate began = KarachiTime.day(Instant.now()).minusDays(9);
    String rests = on(Papers.order(WORKER, id, Papers.order("entrustment", began, "")));
    court(Persona.SUPERVISOR, id, rests).then().statusCode(201);
    warnings(id).then().body("warnings.code", not(hasItem("court-word-without-order")));
  }

  private static Response court(Persona persona, String id, String decision, String order) {
    return send(
        persona,
        id,
        word("case-management", "court", Instant.now(), order)
            .replace("\"given\"", "\"" + decision + "\""));
  }

  private static String tasks(String id) {
    return String.join(
        " ",
        Backstage.texts(
            "select state from task where case_id = ?::uuid and kind = ? order by due_at",
            id,
            ENDED));
  }

  private static String person(String id, String relation, String roles) {
    return People.add(WORKER, id, People.person(relation, "Invented " + relation, roles, ""))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String by(String person) {
    return ",\"personId\":\"" + person + "\"";
  }

  private static String on(Response order) {
    order.then().statusCode(201);
    return ",\"orderId\":\"" + order.path("id") + "\"";
  }

  private static String spoken(String giver, String more) {
    return consent("case-management", giver, Instant.now(), more).replace("thumbprint", "oral");
  }

  private static Response court(Persona persona, String id, String order) {
    return send(persona, id, word("case-management", "court", Instant.now(), order));
  }

  private static Response says(String id, String giver, String more) {
    return send(WORKER, id, word("case-management", giver, Instant.now(), more));
  }

  private static Response send(Persona persona, String id, String body) {
    return consent(persona, id, body);
  }

  private static Response page(String id) {
    return as(WORKER).get("/v1/cases/" + id + "/consents");
  }

  private static Response warnings(String id) {
    return Casework.nextSteps(WORKER, id);
  }

  private static void refused(Response answer, int status, String code) {
    answer.then().statusCode(status).body("code", equalTo(code));
  }
}
