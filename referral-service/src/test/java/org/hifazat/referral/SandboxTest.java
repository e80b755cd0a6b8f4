package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.hifazat.referral.Requests.as;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.hifazat.platform.messaging.RelayControl;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What partners' developers try things on: the whole loop, and nobody else ever hears of it. */
@HifazatTest(service = "referrals")
class SandboxTest {
  /** The hospital's system, while its agency is a sandbox. */
  private static final Persona DEVELOPER = Persona.OTHER_PARTNER_SYSTEM;

  private static final String RESET = "/partner/v1/sandbox/reset";

  private static final String LOCK =
      "select pg_advisory_xact_lock%s(hashtextextended('sandbox:%s', 0))";

  private final MutableClock clock;
  private final RelayControl relay;
  private final Database asSomebody;

  SandboxTest(
      MutableClock clock, RelayControl relay, AgroalDataSource database, CallerContext callers) {
    this.clock = clock;
    this.relay = relay;
    this.asSomebody = new Database(database, callers);
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    sandbox(Backstage.HOSPITAL, true);
  }

  @AfterEach
  void leaveNothing() {
    empty(Backstage.HOSPITAL);
    sandbox(Backstage.HOSPITAL, false);
    Webhooks.none();
  }

  @Test
  void aDeveloperWalksTheWholeLoopAndOnlyTheirSystemHearsOfIt() {
    NoticeTest.none();
    NoticeTest.add(DEVELOPER, "email", "desk@sandbox.example").then().statusCode(201);
    Webhooks.Endpoint endpoint =
        Webhooks.Endpoint.of(Webhooks.add(DEVELOPER, "https://receiver.invalid/hook"));
    Webhooks.change(DEVELOPER, endpoint, "pause", Map.of()).then().statusCode(200);
    long gaps = Backstage.count("select count(*) from service_gap");
    List<String> first = reset();
    assertThat(first).hasSize(6);
    as(DEVELOPER)
        .get("/partner/v1/referrals?limit=100")
        .then()
        .statusCode(200)
        .body("items.findAll { it.id in ['" + String.join("','", first) + "'] }", hasSize(6));

    String accepted = step(first.getFirst(), etag(first.getFirst()), "acceptance", now());
    as(DEVELOPER)
        .get("/partner/v1/referrals/" + first.getFirst())
        .then()
        .body("packetState", equalTo("readable"))
        .body("packet.caseCode", startsWith("SANDBOX-"));
    as(DEVELOPER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            Map.of(
                "kind", "back",
                "reasonCode", "other",
                "words", "Invented",
                "consent", Map.of("givenBy", "child", "givenAt", clock.instant().toString())))
        .post("/partner/v1/referrals/" + first.getFirst() + "/returns")
        .then()
        .statusCode(201);
    step(first.getFirst(), accepted, "completion", Requests.outcome(clock.instant(), "provided"));
    step(
        first.get(1),
        etag(first.get(1)),
        "rejection",
        Requests.because(clock.instant(), "at-capacity"));
    as(DEVELOPER)
        .get("/partner/v1/referrals/" + first.getLast())
        .then()
        .body("statusCode", equalTo("consent-withdrawn"))
        .body("packetState", equalTo("consent-ended"));

    relay.flush();
    assertThat(Topic.all(Topic.REFERRALS))
        .noneMatch(one -> first.contains(Topic.header(one, "ce_subject")))
        .noneMatch(
            one ->
                new String(one.value(), java.nio.charset.StandardCharsets.UTF_8)
                    .contains(first.getFirst()));
    assertThat(Backstage.count("select count(*) from service_gap")).isEqualTo(gaps);
    assertThat(Backstage.count("select count(*) from notice")).isZero();
    as(DEVELOPER)
        .get("/partner/v1/webhook-endpoints/" + endpoint.id() + "/messages?limit=100")
        .then()
        .body("items.referralId", hasItem(first.getFirst()));
    for (Persona staff : List.of(Persona.SUPERVISOR, Persona.COMMISSION_ADMIN)) {
      assertThat(asSomebody.count(Database.caller(staff), invented())).isZero();
    }
    as(Persona.SUPERVISOR).get("/v1/referrals/" + first.getFirst()).then().statusCode(404);

    List<String> second = reset();
    assertThat(second).hasSize(6).doesNotContainAnyElementsOf(first);
    as(DEVELOPER).get("/partner/v1/referrals/" + first.getFirst()).then().statusCode(404);
    assertThat(Backstage.audit("PARTNER_RESET_SANDBOX", Backstage.HOSPITAL)).contains("performed ");
  }

  @Test
  void whoeverWritesWhileTheSandboxBeginsAgainFindsItGoneAndNothingBreaks() throws Exception {
    String gone = reset().getFirst();
    String accepted = step(gone, etag(gone), "acceptance", now());
    assertThat(accepted).isNotEmpty();
    Callable<Response> write =
        () ->
            as(DEVELOPER)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"text\":\"Invented\"}")
                .post("/partner/v1/referrals/" + gone + "/messages");
    try (ExecutorService others = Executors.newFixedThreadPool(1);
        Connection reset = PostgresBackend.superuser("referrals")) {
      reset.setAutoCommit(false);
      run(reset, LOCK.formatted("", Backstage.HOSPITAL));
      Future<Response> written = others.submit(write);
      awaitWaiting(reset);
      run(reset, "select set_config('app.system', 'on', true)");
      run(reset, "select subject from clear_sandbox('%s')".formatted(Backstage.HOSPITAL));
      reset.commit();
      written.get().then().statusCode(404).body("code", equalTo("not-found"));

      String next = reset().getFirst();
      run(reset, LOCK.formatted("_shared", Backstage.HOSPITAL));
      Future<Response> again = others.submit(() -> as(DEVELOPER).post(RESET));
      awaitWaiting(reset);
      reset.commit();
      again.get().then().statusCode(200);
      as(DEVELOPER).get("/partner/v1/referrals/" + next).then().statusCode(404);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aProposalThatIsSentAgainAfterTheResetIsNotThereAnyMore() {
    String referral = reset().getFirst();
    step(referral, etag(referral), "acceptance", now());
    String body =
        """
        {"resourceType":"ServiceRequest","status":"active","intent":"proposal",
         "subject":{"identifier":{"system":"urn:hifazat:referral","value":"%1$s"}},
         "basedOn":[{"reference":"ServiceRequest/%1$s"}],
         "reasonCode":[{"coding":[{"system":"urn:hifazat:referral-code:reason","code":"other"}]}],
         "note":[{"text":"Invented"}],
         "extension":[{"url":"urn:hifazat:return-consent","extension":[
           {"url":"given-by","valueCode":"child"},{"url":"given-at","valueDateTime":"%2$s"}]}]}"""
            .formatted(referral, clock.instant());
    UUID key = UUID.randomUUID();
    for (int status : new int[] {201, 201, 404}) {
      if (status == 404) {
        reset();
      }
      as(DEVELOPER)
          .header("Idempotency-Key", key)
          .contentType("application/fhir+json")
          .body(body)
          .post("/partner/v1/fhir/R4/ServiceRequest")
          .then()
          .statusCode(status);
    }
  }

  @Test
  void nobodyTouchesASandboxsEntryNeitherByImportNorByItself() {
    Backstage.execute("update organization set sandbox = true where id = ?", Backstage.HOSPITAL);
    try {
      String entry =
          "{\"id\":\"%s\",\"organization_id\":\"%s\",\"name\":\"Invented\",\"status\":\"active\",\"category\":\"health\"}";
      String file =
          "{\"organizations\":[{\"id\":\"%1$s\",\"name\":\"Invented\"}],\"services\":[%2$s,%3$s]}"
              .formatted(
                  Backstage.HOSPITAL,
                  entry.formatted(Backstage.HOSPITAL, Backstage.LEGAL_AID),
                  entry.formatted(UUID.randomUUID(), Backstage.HOSPITAL));
      for (boolean dryRun : new boolean[] {true, false}) {
        as(Persona.COMMISSION_ADMIN)
            .body(file.replaceFirst("}$", ",\"dry_run\":" + dryRun + "}"))
            .post("/v1/hsds/import")
            .then()
            .statusCode(422)
            .body("code", equalTo("directory-entry-refused"))
            .body("errors.findAll { it.code == 'sandbox' }.pointer", hasSize(3));
      }
      String own = "/v1/hsds/services/" + Agencies.entry(Backstage.HOSPITAL);
      for (Persona persona : new Persona[] {DEVELOPER, Persona.COMMISSION_ADMIN}) {
        as(persona)
            .header("If-Match", "\"v0\"")
            .body("{\"places\":[]}")
            .put(own + "/places")
            .then()
            .statusCode(422)
            .body("code", equalTo("directory-entry-refused"))
            .body("errors[0].code", equalTo("sandbox"));
      }
    } finally {
      Backstage.execute("update organization set sandbox = false where id = ?", Backstage.HOSPITAL);
    }
  }

  private static void awaitWaiting(Connection whom) {
    Awaitility.await("somebody waits for the sandbox")
        .until(
            () ->
                Backstage.count(
                        "select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))",
                        whom.unwrap(PGConnection.class).getBackendPID())
                    > 0);
  }

  @Test
  void whatIsNoSandboxIsNotResetAndASandboxResetsNothingElse() {
    String real = Requests.sent().id();
    as(Persona.PARTNER_SYSTEM)
        .post(RESET)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-a-sandbox"));
    reset();
    as(Persona.PARTNER_SYSTEM).get("/partner/v1/referrals/" + real).then().statusCode(200);
    for (String mine :
        List.of(
            "select count(*) from clear_sandbox('" + Backstage.LEGAL_AID + "')",
            "select count(*) from clear_sandbox('" + Backstage.HOSPITAL + "')")) {
      assertThatThrownBy(() -> asSomebody.count(Database.caller(Persona.PARTNER_SYSTEM), mine))
          .hasStackTraceContaining("a sandbox is cleared by itself");
    }
  }

  @Test
  void aSandboxIsRegisteredWithItsReferralsAndNobodyFindsOrRefersToIt() {
    UUID agency = UUID.randomUUID();
    Topic.send(
        Topic.DIRECTORY,
        "org.hifazat.directory.sandbox-registered.v1",
        agency,
        0,
        UUID.randomUUID(),
        """
        {"agencyId":"%s","kind":"legal-aid","nameEn":"Sandbox %s","nameUr":"ادارہ","namePs":"اداره","districtCodes":["tank"]}"""
            .formatted(agency, agency));
    Awaitility.await("the sandbox is filled")
        .until(
            () ->
                Backstage.count("select count(*) from referral where agency_id = ?", agency) == 6);
    Persona admin = Persona.COMMISSION_ADMIN;
    for (String list :
        List.of(
            "/v1/hsds/organizations?per_page=100&search=Sandbox",
            "/v1/hsds/services?status=inactive&per_page=100&organization_id=" + agency)) {
      as(admin).get(list).then().statusCode(200).body("contents", hasSize(0));
    }
    assertThat(as(admin).get("/v1/hsds/export").asString()).doesNotContain(agency.toString());
    as(Persona.SOCIAL_WORKER)
        .get("/v1/services?limit=100")
        .then()
        .body("items.agencyId", everyItem(not(equalTo(agency.toString()))));
    UUID caseId = Backstage.openCase();
    Backstage.consent(caseId, "share-information", "given", agency, "2026-01-10T05:00:00Z", null);
    Requests.refer(Persona.SOCIAL_WORKER, Requests.referral(caseId, agency))
        .then()
        .statusCode(422)
        .body("code", equalTo("service-unknown"));
    String real = Requests.sent().id();
    assertThatThrownBy(
            () ->
                Backstage.execute(
                    """
                    insert into referral (id, case_id, unit_id, district_code, requested_by, service_id,
                      agency_id, category, priority, reason_code, status, status_at, packet, consent_id,
                      authored_at, recorded_at, respond_by, complete_by, last_modified, version)
                    select gen_random_uuid(), case_id, unit_id, district_code, requested_by, service_id,
                      ?, category, priority, reason_code, status, status_at, packet, consent_id,
                      authored_at, recorded_at, respond_by, complete_by, last_modified, version
                      from referral where id = ?::uuid""",
                    agency,
                    real))
        .as("whatever the application believes")
        .hasStackTraceContaining("goes to no sandbox");
  }

  private List<String> reset() {
    Response answer = as(DEVELOPER).post(RESET);
    answer.then().statusCode(200);
    return answer.path("referrals");
  }

  private Map<String, Object> now() {
    return Requests.at(clock.instant());
  }

  private static String etag(String id) {
    return as(DEVELOPER).get("/partner/v1/referrals/" + id).header("ETag");
  }

  private static String step(String id, String etag, String step, Map<String, ?> body) {
    Response answer = Requests.step(DEVELOPER, id, etag, step, body);
    answer.then().statusCode(200);
    return answer.header("ETag");
  }

  private static String invented() {
    return "select count(*) from referral where unit_id = '00000000-0000-0000-0000-000000000000'";
  }

  /** As the matrix asks: while the persona's agency is one, and nothing stays behind. */
  static Response reset(Persona persona) {
    UUID agency = persona.agencyId().orElse(Backstage.LEGAL_AID);
    sandbox(agency, true);
    try {
      return as(persona).post(RESET);
    } finally {
      empty(agency);
      sandbox(agency, false);
    }
  }

  private static void sandbox(UUID agency, boolean is) {
    Backstage.execute("update known_agency set sandbox = ? where agency_id = ?", is, agency);
  }

  private static void empty(UUID agency) {
    Backstage.texts(
        "with who as materialized (select set_config('app.system', 'on', true) as set)"
            + " select count(c.subject)::text from who, lateral clear_sandbox("
            + "case when who.set = 'on' then ?::uuid end) c",
        agency);
  }
}
