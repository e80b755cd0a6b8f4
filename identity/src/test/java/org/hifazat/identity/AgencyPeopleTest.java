package org.hifazat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.hifazat.identity.agency.person.AgencyAccounts;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KafkaBackend;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Who signs in to the portal for an agency that has no system of its own. */
@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class AgencyPeopleTest {
  private static final String DEMO = "demo-of-the-tests-only";
  private static final String SHELTER = "7a1f774c-8c00-5c52-ab58-5c7cb3f9db25";

  private static final String WAITS =
      "select count(*) from pg_locks l join pg_stat_activity a using (pid) where not l.granted"
          + " and l.locktype in ('transactionid', 'tuple') and a.datname = current_database()";

  @Inject AgencyAccounts accounts;
  @Inject CallerContext callers;

  @Test
  void aPersonOfAnAgencySignsInForItAndCannotOnceTheyLeft() {
    String people = "/v1/agencies/" + SHELTER + "/people";
    String token = eventuallySignedIn("nasreen.shelter");
    assertThat(claims(token))
        .contains("\"agency_id\":\"" + SHELTER + "\"", "\"roles\":[\"partner-worker\"]")
        .doesNotContain("staff_id", "unit_id", "Nasreen");
    Http.withToken(token)
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("displayName", equalTo("Abbottabad Child Shelter"));

    Response listed = Http.as(Persona.COMMISSION_ADMIN).get(people);
    listed.then().statusCode(200).body("items[0].name", equalTo("Nasreen Abbasi"));
    String person = people + "/" + listed.path("items[0].id");
    change(person + "/deactivation", listed.path("items[0].etag"))
        .then()
        .statusCode(200)
        .body("active", equalTo(false));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> Tokens.ofAccount("nasreen.shelter", DEMO))
                    .hasMessageContaining("disabled"));
    change(person + "/reactivation", listed.path("items[0].etag")).then().statusCode(412);
    Http.sending(Persona.COMMISSION_ADMIN, "{\"alsoSecondFactor\":false}")
        .post(person + "/temporary-password")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-inactive"));
    String changed =
        Http.as(Persona.COMMISSION_ADMIN).get(people).then().extract().path("items[0].etag");
    change(person + "/deactivation", changed)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-inactive"));
    change(person + "/reactivation", changed).then().statusCode(200);
  }

  @Test
  void whoeverIsEnrolledGetsAPasswordThatTheyMustChange() {
    String people = "/v1/agencies/" + Persona.HOSPITAL + "/people";
    String username = Enrolment.username();
    String id = enrol(people, username).then().statusCode(201).extract().path("id");

    String password =
        Awaitility.await()
            .until(
                () ->
                    Http.sending(Persona.COMMISSION_ADMIN, "{\"alsoSecondFactor\":false}")
                        .post(people + "/" + id + "/temporary-password"),
                answer -> answer.statusCode() == 200)
            .path("temporaryPassword");

    assertThatThrownBy(() -> Tokens.ofAccount(username, password))
        .hasMessageContaining("not fully set up");
    Http.sending(Persona.COMMISSION_ADMIN, "{\"alsoSecondFactor\":false}")
        .post("/v1/agencies/" + Persona.LEGAL_AID + "/people/" + id + "/temporary-password")
        .then()
        .statusCode(404);
    enrol("/v1/agencies/" + new UUID(0, 0) + "/people", Enrolment.username())
        .then()
        .statusCode(404);
  }

  /**
   * They choose by what the agency has them called and read it here: the name they were enrolled
   * with nobody outside hears, and no event says either.
   */
  @Test
  void sendersAndTheAgencyItselfReadWhomAReferralCanBeMeantForAndNobodyElseDoes() {
    String people = "/v1/agencies/" + SHELTER + "/people";
    String token = eventuallySignedIn("nasreen.shelter");
    String id =
        Http.as(Persona.COMMISSION_ADMIN)
            .get(people)
            .path("items.find { it.username == 'nasreen.shelter' }.id");
    Awaitility.await().until(() -> told(id) > 0);
    assertThat(
            StaffTest.count(
                "select count(*) from agency_person_account where person_id = '%s' and '%s' like '%%' || subject || '%%'"
                    .formatted(id, claims(token))))
        .isOne();
    long before = told(id);
    String etag = "items.find { it.id == '" + id + "' }.etag";
    String first = Http.as(Persona.COMMISSION_ADMIN).get(people).path(etag);
    show(people, id, first, "{\"shownAs\":\" \"}").then().statusCode(400);
    show(people, id, first, "{\"shownAs\":\"Matron\"}")
        .then()
        .statusCode(200)
        .body("shownAs", equalTo("Matron"))
        .body("name", equalTo("Nasreen Abbasi"));
    String listed = "/v1/agencies/" + SHELTER + "/listed-people";
    for (Response read :
        List.of(Http.as(Persona.SOCIAL_WORKER).get(listed), Http.withToken(token).get(listed))) {
      read.then()
          .statusCode(200)
          .body("items", equalTo(List.of(Map.of("id", id, "name", "Matron"))));
    }
    Http.as(Persona.PARTNER_WORKER).get(listed).then().statusCode(404);
    assertThat(StaffTest.count(READ.formatted("LIST_LISTED_PEOPLE", "read", SHELTER)))
        .isGreaterThanOrEqualTo(2);
    assertThat(StaffTest.count(READ.formatted("LIST_LISTED_PEOPLE", "refused", SHELTER)))
        .isPositive();
    show(people, id, first, "{}").then().statusCode(412);
    show(people, id, Http.as(Persona.COMMISSION_ADMIN).get(people).path(etag), "{}")
        .then()
        .statusCode(200)
        .body("shownAs", nullValue());
    Http.as(Persona.SOCIAL_WORKER).get(listed).then().body("items", equalTo(List.of()));
    assertThat(told(id)).isEqualTo(before + 2);
  }

  /** Before there is an account nobody is told of a change: neither may miss the other. */
  @Test
  void ofWhoLeavesWhileTheirAccountIsMadeOthersAreToldThatTheyLeft() throws SQLException {
    String people = "/v1/agencies/" + Persona.HOSPITAL + "/people";
    String id = enrol(people, Enrolment.username()).path("id");
    Awaitility.await().until(() -> told(id) > 0);
    try (Connection leaving = PostgresBackend.superuser("identity");
        Statement statement = leaving.createStatement()) {
      statement.execute("delete from agency_person_account where person_id = '" + id + "'");
      leaving.setAutoCommit(false);
      statement.execute("update agency_person set active = false where id = '" + id + "'");
      CompletableFuture<Void> left =
          CompletableFuture.runAsync(
              () -> {
                Awaitility.await().until(() -> StaffTest.count(WAITS) > 0 || told(id) > 0);
                try {
                  leaving.commit();
                } catch (SQLException fault) {
                  throw new IllegalStateException(fault);
                }
              });
      callers.as(
          Caller.system("provisioning"),
          () -> {
            accounts.accountMade(UUID.fromString(id), "made-at-last");
            return id;
          });
      left.join();
    }
    assertThat(published("made-at-last")).contains(id).contains("\"active\":false");
  }

  @Test
  void peopleOfAnAgencyAreReadPageByPageAndNoCursorIsAnotherListsOrAgencys() {
    String agency = "/v1/agencies/" + Persona.LEGAL_AID;
    for (String name : new String[] {"First clerk", "Second clerk", "Third clerk"}) {
      listed(Persona.LEGAL_AID, name);
    }
    for (String list : new String[] {"/people", "/listed-people"}) {
      Persona reader = list.equals("/people") ? Persona.COMMISSION_ADMIN : Persona.SOCIAL_WORKER;
      List<String> all = Http.as(reader).get(agency + list + "?limit=100").path("items.id");
      List<String> seen = new ArrayList<>();
      String next = "limit=2";
      String cursor = "";
      while (!next.isEmpty()) {
        Response page = Http.as(reader).get(agency + list + "?" + next);
        page.then().statusCode(200);
        seen.addAll(page.path("items.id"));
        String link = page.header("Link");
        cursor = link == null ? cursor : link.replaceAll(".*cursor=([^&>]+).*", "$1");
        next = link == null ? "" : "limit=2&cursor=" + cursor;
      }
      assertThat(all).hasSizeGreaterThan(2);
      assertThat(seen).isEqualTo(all);
      String elsewhere = "/v1/agencies/" + Persona.HOSPITAL + list;
      for (String wrong :
          new String[] {elsewhere + "?cursor=" + cursor, agency + list + "?limit=101"}) {
        Http.as(reader).get(wrong).then().statusCode(400).body("code", equalTo("invalid-value"));
      }
    }
  }

  /** Enrols somebody whom senders choose by that name. */
  static String listed(String agency, String shownAs) {
    String people = "/v1/agencies/" + agency + "/people";
    Response enrolled = enrol(people, Enrolment.username());
    enrolled.then().statusCode(201);
    String id = enrolled.path("id");
    show(people, id, enrolled.header("ETag"), "{\"shownAs\":\"" + shownAs + "\"}")
        .then()
        .statusCode(200);
    return id;
  }

  private static String published(String account) {
    List<String> seen = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", KafkaBackend.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("hifazat.directory.v1").stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return Awaitility.await()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> seen.add(one.value()));
                return seen.stream().filter(text -> text.contains(account)).findFirst();
              },
              Optional::isPresent)
          .orElseThrow();
    }
  }

  private static Response show(String people, String id, String ifMatch, String body) {
    return Http.sending(Persona.COMMISSION_ADMIN, body)
        .header("If-Match", ifMatch)
        .put(people + "/" + id + "/shown-as");
  }

  private static long told(String id) {
    return StaffTest.count(
        "select coalesce(max(told), 0) from agency_person_account where person_id = '" + id + "'");
  }

  @Test
  void aNameThatSomebodyHasAmongStaffOrAgenciesIsNotGivenAgain() {
    String people = "/v1/agencies/" + Persona.HOSPITAL + "/people";
    String username = Enrolment.username();
    enrol(people, username).then().statusCode(201);

    for (String taken : new String[] {username, "gulalai.peshawar"}) {
      enrol(people, taken).then().statusCode(409).body("code", equalTo("username-taken"));
    }
    Http.creating(Persona.COMMISSION_ADMIN, Enrolment.socialWorkerOfPeshawar(username))
        .post("/v1/staff")
        .then()
        .statusCode(409)
        .body("code", equalTo("username-taken"));
  }

  /** Whose names were read is on record, also of an agency that does not exist. */
  @Test
  void whoeverReadsTheListOfAnAgencysPeopleIsOnRecord() {
    for (String agency : new String[] {Persona.HOSPITAL, UUID.randomUUID().toString()}) {
      Http.as(Persona.COMMISSION_ADMIN).get("/v1/agencies/" + agency + "/people");
    }

    assertThat(StaffTest.count(READ.formatted("LIST_AGENCY_PEOPLE", "read", Persona.HOSPITAL)))
        .isPositive();
    assertThat(StaffTest.count(READ.formatted("LIST_AGENCY_PEOPLE", "refused", "%"))).isPositive();
  }

  private static final String READ =
      "select count(*) from audit_record where operation = '%s'"
          + " and outcome = '%s' and subject_id::text like '%s'";

  private static Response change(String path, String ifMatch) {
    return Http.as(Persona.COMMISSION_ADMIN).header("If-Match", ifMatch).post(path);
  }

  private static Response enrol(String people, String username) {
    return Http.creating(
            Persona.COMMISSION_ADMIN,
            "{\"username\":\"%s\",\"name\":\"Palwasha Tordherzai\"}".formatted(username))
        .post(people);
  }

  /** An account is made first and given its roles then; who signs in between has no right. */
  private static String eventuallySignedIn(String username) {
    return Awaitility.await()
        .ignoreExceptions()
        .until(() -> Tokens.ofAccount(username, DEMO), AgencyPeopleTest::hasRoles);
  }

  static boolean hasRoles(String token) {
    return claims(token).contains("\"roles\":[");
  }

  private static String claims(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }
}
