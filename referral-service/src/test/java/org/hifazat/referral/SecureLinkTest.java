package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.anonymous;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.off;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.hifazat.platform.security.Housekeeping;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.hifazat.referral.Links.Link;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A link opens with its code, once, for a time, and nothing but its referral. */
@HifazatTest(service = "referrals")
class SecureLinkTest {
  private final MutableClock clock;
  private final Housekeeping housekeeping;

  SecureLinkTest(MutableClock clock, Housekeeping housekeeping) {
    this.clock = clock;
    this.housekeeping = housekeeping;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void whoHasLinkAndCodeReadsThePacketAnswersItAndWritesOnce() {
    Sent sent = sent();
    Link link = Links.made(sent.id());
    Links.open(link.token(), link.wrongCode(1))
        .then()
        .statusCode(422)
        .body("code", equalTo("code-wrong"))
        .body("errors.code", contains("attempts-left-4"));
    String session = Links.opened(link);
    Response read = Links.with(session).get("/link/v1/referral");
    read.then()
        .statusCode(200)
        .body("status", equalTo("requested"))
        .body("packetState", equalTo("unclaimed"))
        .body("packet", nullValue())
        .body("summary.ageBand", equalTo("6-11"))
        .body("summary.requestText", nullValue())
        .body("summary.caseCode", nullValue());
    assertThat(read.asString())
        .doesNotContain(sent.caseId().toString(), "Counsel for the hearing", "uncle");
    Links.with(session).get("/link/v1/referral-codes").then().statusCode(200);
    Links.with(session).post("/link/v1/referral/acceptance").then().statusCode(428);
    Response accepted = answer(session, read.header("ETag"), "acceptance", Map.of());
    accepted
        .then()
        .statusCode(200)
        .body("status", equalTo("accepted"))
        .body("packetState", equalTo("readable"))
        .body("summary", nullValue())
        .body("packet.requestText", equalTo("Counsel for the hearing about custody"));
    answer(session, read.header("ETag"), "rejection", Map.of("reasonCode", "at-capacity"))
        .then()
        .statusCode(412);
    answer(
            session,
            accepted.header("ETag"),
            "completion",
            Map.of("code", "provided", "text", "The court heard the child"))
        .then()
        .statusCode(200)
        .body("status", equalTo("completed"))
        .body("outcome.text", equalTo("The court heard the child"));
    String words = "Ask for the second floor";
    Links.with(session)
        .body(json(Map.of("text", words)))
        .post("/link/v1/referral/message")
        .then()
        .statusCode(204);
    Awaitility.await("the case hears that somebody wrote, and not what")
        .until(
            () ->
                Topic.read(Topic.REFERRALS, sent.caseId()).stream()
                    .map(told -> new String(told.value(), StandardCharsets.UTF_8))
                    .anyMatch(
                        told ->
                            told.contains("\"messageId\":\"" + link.id())
                                && told.contains("\"by\":\"target\"")
                                && !told.contains(words)));
    Links.with(session)
        .body(json(Map.of("text", "Again")))
        .post("/link/v1/referral/message")
        .then()
        .statusCode(409)
        .body("code", equalTo("message-sent"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + sent.id())
        .then()
        .body("status", equalTo("completed"))
        .body("history.by", hasItem("target"));
    links(sent)
        .then()
        .body("items.state", contains("open"))
        .body("items[0].recipient", equalTo("Advocate Invented"))
        .body("items[0].attempts", equalTo(2))
        .body("items[0].message.text", equalTo(words));
    assertThat(Backstage.audit("LINK_VIEW_REFERRAL", sent.id()))
        .containsExactlyInAnyOrder(
            "read packet-unclaimed", "read packet-readable", "read packet-readable");
    assertThat(Backstage.audit("OPEN_LINK", link.id()))
        .containsExactlyInAnyOrder("refused code-wrong", "performed opened");
    Links.with(session).post("/link/v1/closing").then().statusCode(204);
    Links.with(session).get("/link/v1/referral").then().statusCode(401);
    links(sent).then().body("items.state", contains("over"));
    assertThat(
            Backstage.texts(
                "select row_to_json(l)::text from secure_link l where id = ?::uuid", link.id()))
        .singleElement()
        .asString()
        .doesNotContain(link.token(), link.code(), "Advocate", words);
  }

  @Test
  void aSecondOpeningIsRefusedAsIfThereWereNoLinkAndTheSenderSeesIt() {
    Sent sent = sent();
    Link link = Links.made(sent.id());
    String session = Links.opened(link);
    Response again = Links.open(link.token(), link.code());
    Response unknown = Links.open("t".repeat(43), link.code());
    notOpen(again);
    notOpen(unknown);
    notOpen(Links.open("no token", link.code()));
    assertThat(without(again)).isEqualTo(without(unknown));
    assertThat(again.header("Hifazat-Link-Session")).isNull();
    links(sent).then().body("items[0].refused", equalTo(1)).body("items[0].state", equalTo("open"));
    Links.with(session).get("/link/v1/referral").then().statusCode(200);
    clock.advance(Duration.ofHours(2));
    Links.with(session).get("/link/v1/referral").then().statusCode(401);
  }

  @Test
  void fiveWrongCodesEndALinkAlsoAtTheSameTimeAndTheRightOneComesTooLate() throws Exception {
    Sent sent = sent();
    Link link = Links.made(sent.id());
    List<Integer> answers = atOnce(9, n -> Links.open(link.token(), link.wrongCode(1 + n)));
    assertThat(answers).filteredOn(status -> status == 422).hasSizeLessThan(5);
    notOpen(Links.open(link.token(), link.code()));
    links(sent)
        .then()
        .body("items[0].state", equalTo("locked"))
        .body("items[0].attempts", equalTo(5));
    Link second = Links.made(sent.id());
    assertThat(atOnce(4, n -> Links.open(second.token(), second.code())))
        .containsExactlyInAnyOrder(200, 409, 409, 409);
  }

  @Test
  void whatExpiredWasRevokedOrReplacedOpensNoMoreAndEndsWhatWasOpen() {
    Sent sent = sent();
    Link expired = Links.made(sent.id());
    clock.advance(Duration.ofHours(24));
    notOpen(Links.open(expired.token(), expired.code()));
    Link replaced = Links.made(sent.id());
    String session = Links.opened(replaced);
    Link revoked = Links.made(sent.id());
    Links.with(session).get("/link/v1/referral").then().statusCode(401);
    Links.revoke(Persona.SOCIAL_WORKER, sent.id(), revoked.id()).then().statusCode(204);
    Links.revoke(Persona.SOCIAL_WORKER, sent.id(), revoked.id())
        .then()
        .statusCode(409)
        .body("code", equalTo("link-ended"));
    notOpen(Links.open(revoked.token(), revoked.code()));
    Links.revoke(Persona.SOCIAL_WORKER, sent().id(), revoked.id()).then().statusCode(404);
    links(sent).then().body("items.state", contains("revoked", "replaced", "expired"));
    clock.advance(Duration.ofDays(40));
    housekeeping.runAll();
    assertThat(
            Backstage.count(
                "select count(*) from secure_link where referral_id = ?::uuid"
                    + " and (token_hash is not null or code_hash is not null)",
                sent.id()))
        .isZero();
  }

  @Test
  void whatIsWrittenWhileALinkIsTakenBackDoesNotBringItBack() throws Exception {
    Sent sent = sent();
    Link link = Links.made(sent.id());
    String session = Links.opened(link);
    try (Connection sender = PostgresBackend.superuser("referrals");
        Statement statement = sender.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      sender.setAutoCommit(false);
      statement.executeUpdate(
          "update secure_link set ended_at = now(), ended_why = 'revoked' where id = '"
              + link.id()
              + "'");
      Future<Response> writing =
          threads.submit(
              () ->
                  Links.with(session)
                      .body(json(Map.of("text", "One moment")))
                      .post("/link/v1/referral/message"));
      Awaitility.await("the message waits for the link")
          .until(
              () ->
                  Backstage.count(
                          "select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))",
                          sender.unwrap(PGConnection.class).getBackendPID())
                      > 0);
      sender.commit();
      notOpen(writing.get());
    }
    links(sent)
        .then()
        .body("items.state", contains("revoked"))
        .body("items[0].message", nullValue());
    Links.with(session).get("/link/v1/referral").then().statusCode(401);
  }

  @Test
  void whileSomebodyAtTheAgencyHasItALinkShowsTheSummaryOnlyAndAnswersNothing() {
    Sent sent = sent();
    String session = Links.opened(Links.made(sent.id()));
    Response claimed = step(Persona.PARTNER_WORKER, sent, "claim", Requests.at(Requests.LATER));
    claimed.then().statusCode(200);
    Response read = withAColleague(session);
    answer(session, read.header("ETag"), "acceptance", Map.of())
        .then()
        .statusCode(409)
        .body("code", equalTo("claimed-already"));
    Sent held = new Sent(sent.id(), claimed.header("ETag"), sent.caseId());
    step(Persona.PARTNER_WORKER, held, "acceptance", Requests.at(Requests.LATER))
        .then()
        .statusCode(200);
    withAColleague(session);
  }

  /** A yes is somebody's: what was accepted by a link is not also taken at the agency's desk. */
  @Test
  void whoeverSaysYesByALinkHasItUntilSomebodyAtTheAgencyTakesItBack() {
    Sent sent = sent();
    String session = Links.opened(Links.made(sent.id()));
    String read = Links.with(session).get("/link/v1/referral").header("ETag");
    String accepted = answer(session, read, "acceptance", Map.of()).header("ETag");
    as(Persona.PARTNER_WORKER)
        .get("/partner/v1/referrals/" + sent.id())
        .then()
        .body("packetState", equalTo("with-a-colleague"))
        .body("claim.byLink", equalTo(true));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + sent.id())
        .then()
        .body("claimedByLink", equalTo(true));
    for (String act : new String[] {"claim", "start"}) {
      step(Persona.PARTNER_WORKER, sent.id(), accepted, act, Requests.at(Requests.LATER))
          .then()
          .statusCode(409)
          .body("code", equalTo("claimed-already"));
    }
    String second = Links.opened(Links.made(sent.id()));
    String again = Links.with(second).get("/link/v1/referral").header("ETag");
    Response released =
        step(Persona.PARTNER_WORKER, sent.id(), again, "release", Requests.at(Requests.LATER));
    released.then().statusCode(200);
    step(
            Persona.PARTNER_WORKER,
            sent.id(),
            released.header("ETag"),
            "claim",
            Requests.at(Requests.LATER))
        .then()
        .statusCode(200);
    withAColleague(second);
  }

  private static Response withAColleague(String session) {
    Response read = Links.with(session).get("/link/v1/referral");
    read.then()
        .statusCode(200)
        .body("packetState", equalTo("with-a-colleague"))
        .body("packet", nullValue())
        .body("summary.sex", equalTo("female"));
    assertThat(read.asString()).doesNotContain("Counsel for the hearing", "uncle");
    return read;
  }

  @Test
  void whatWasCalledOffIsNotOpenedAndWhoeverReadsItReadsNoMore() {
    Sent sent = sent();
    Link link = Links.made(sent.id());
    String session = Links.opened(link);
    Link other = Links.made(sent().id());
    step(Persona.SOCIAL_WORKER, sent, "cancellation", off("service-no-longer-needed"));
    Response read = Links.with(session).get("/link/v1/referral");
    read.then()
        .statusCode(200)
        .body("status", equalTo("cancelled"))
        .body("packetState", equalTo("time-over"))
        .body("packet", nullValue());
    answer(session, read.header("ETag"), "acceptance", Map.of())
        .then()
        .statusCode(409)
        .body("code", equalTo("step-not-allowed"));
    Links.make(Persona.SOCIAL_WORKER, sent.id())
        .then()
        .statusCode(409)
        .body("code", equalTo("link-not-possible"));
    Backstage.execute(
        "update referral set packet_closed_at = now() where id = (select"
            + " referral_id from secure_link where id = ?::uuid)",
        other.id());
    notOpen(Links.open(other.token(), other.code()));
  }

  @Test
  void linkAndCodeAreToldOnceAlsoWhenTheRequestIsRepeated() {
    Sent sent = sent();
    UUID key = UUID.randomUUID();
    Response first = Links.make(Persona.SOCIAL_WORKER, sent.id(), key);
    Links.make(Persona.SOCIAL_WORKER, sent.id(), key)
        .then()
        .statusCode(201)
        .body("id", equalTo(first.path("id")))
        .body("url", nullValue())
        .body("code", nullValue());
    assertThat(first.<String>path("url")).matches(".*/link#[A-Za-z0-9_-]{43}");
    assertThat(first.<String>path("code")).matches("[0-9]{8}");
  }

  @Test
  void theSessionOfALinkOpensNothingElseAndTheDatabaseShowsItNothingElse() throws SQLException {
    Sent sent = sent();
    sent();
    ThreadTest.write(Persona.SOCIAL_WORKER, ThreadTest.messages("/v1", sent), Map.of())
        .then()
        .statusCode(201);
    String session = Links.opened(Links.made(sent.id()));
    for (String path :
        new String[] {
          "/v1/referrals/" + sent.id(),
          "/partner/v1/referrals",
          "/partner/v1/referrals/" + sent.id()
        }) {
      Links.with(session).get(path).then().statusCode(401);
    }
    anonymous().get("/link/v1/referral").then().statusCode(401);
    Links.with("t".repeat(43)).get("/link/v1/referral").then().statusCode(401);
    try (Connection connection = PostgresBackend.superuser("referrals");
        Statement statement = connection.createStatement()) {
      statement.execute("set role referrals_app");
      statement.execute("select set_config('app.link_referral_id', '" + sent.id() + "', false)");
      try (ResultSet rows = statement.executeQuery("select id from referral")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo(sent.id());
        assertThat(rows.next()).isFalse();
      }
      for (String table : new String[] {"secure_link", "referral_message"}) {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
          rows.next();
          assertThat(rows.getLong(1)).as(table).isZero();
        }
      }
    }
  }

  private static Response answer(String session, String etag, String what, Map<String, ?> body) {
    return Links.with(session)
        .header("If-Match", etag)
        .body(json(body))
        .post("/link/v1/referral/" + what);
  }

  private static Response links(Sent sent) {
    Response links = as(Persona.SOCIAL_WORKER).get("/v1/referrals/" + sent.id() + "/links");
    links.then().statusCode(200);
    return links;
  }

  private static void notOpen(Response response) {
    response.then().statusCode(409).body("code", equalTo("link-not-open"));
  }

  private static String without(Response response) {
    return response.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
  }

  private interface Attempt {
    Response make(int n);
  }

  private static List<Integer> atOnce(int times, Attempt attempt) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int n = 0; n < times; n++) {
        int number = n;
        all.add(threads.submit(() -> attempt.make(number).statusCode()));
      }
      for (Future<Integer> one : all) {
        statuses.add(one.get());
      }
    }
    return statuses;
  }
}
