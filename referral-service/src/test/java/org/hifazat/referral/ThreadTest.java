package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.platform.testing.Calls.given;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.agroal.api.AgroalDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Housekeeping;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the two sides of a referral write and send each other. */
@HifazatTest(service = "referrals")
class ThreadTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final Persona AGENCY = Persona.PARTNER_SYSTEM;
  private static final String QUESTION = "Does she need an interpreter at the hearing?";

  private final MutableClock clock;
  private final Housekeeping housekeeping;
  private final Database asSomebody;

  ThreadTest(
      MutableClock clock,
      Housekeeping housekeeping,
      AgroalDataSource database,
      CallerContext callers) {
    this.clock = clock;
    this.housekeeping = housekeeping;
    this.asSomebody = new Database(database, callers);
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    Webhooks.none();
  }

  static String messages(String base, Sent sent) {
    return base + "/referrals/" + sent.id() + "/messages";
  }

  static Response write(Persona persona, String path, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.putIfAbsent("text", QUESTION);
    return as(persona).header("Idempotency-Key", UUID.randomUUID()).body(json(body)).post(path);
  }

  @Test
  void bothSidesWriteReadAndSeeThatTheyWereRead() {
    Sent sent = sent();
    Webhooks.add(AGENCY, "https://receiver.invalid/hook").then().statusCode(201);
    String theirs = messages("/partner/v1", sent);
    String ours = messages("/v1", sent);
    write(AGENCY, theirs, Map.of("name", "Advocate Z"))
        .then()
        .statusCode(201)
        .body("by", equalTo("target"))
        .body("mine", equalTo(true))
        .body("readAt", nullValue());
    as(WORKER)
        .get(ours)
        .then()
        .statusCode(200)
        .body("items.text", contains(QUESTION))
        .body("items[0].name", equalTo("Advocate Z"))
        .body("items[0].mine", equalTo(false))
        .body("items[0].readAt", notNullValue());
    as(AGENCY).get(theirs).then().body("items[0].readAt", notNullValue());
    Response answered = write(WORKER, ours, Map.of("text", "Yes, for Pashto"));
    answered.then().statusCode(201);
    as(AGENCY)
        .get(theirs)
        .then()
        .body("items.by", contains("requester", "target"))
        .body("items.text", contains("Yes, for Pashto", QUESTION));
    as(WORKER)
        .get(answered.header("Location"))
        .then()
        .statusCode(200)
        .body("readAt", notNullValue());
    assertThat(
            Backstage.texts(
                "select type from webhook_delivery where referral_id = ?::uuid", sent.id()))
        .as("the agency's system is told of what it did not write")
        .containsExactly("referral.message_added");
    Awaitility.await("both messages are told of")
        .until(() -> Topic.read(Topic.REFERRALS, sent.caseId()).size() == 3);
    Topic.read(Topic.REFERRALS, sent.caseId()).stream()
        .skip(1)
        .forEach(
            told -> {
              Topic.CONTRACTS.assertPublishable(Topic.header(told, "ce_type"), told.value());
              assertThat(new String(told.value(), StandardCharsets.UTF_8))
                  .contains("\"by\"")
                  .doesNotContain("interpreter", "Pashto", "Advocate");
            });
    step(AGENCY, sent, "acceptance", at(LATER)).then().statusCode(200);
    assertThat(Backstage.audit("READ_THREAD", sent.id())).contains("read thread with-words");
  }

  @Test
  void aMessageBringsTheReferralIntoTheListOfWhatChanged() {
    Sent sent = sent();
    String since = clock.instant().plusMillis(1).toString();
    clock.advance(Duration.ofSeconds(1));
    as(AGENCY)
        .get("/partner/v1/referrals?updatedSince=" + since)
        .then()
        .body("items.id", not(hasItem(sent.id())));
    write(WORKER, messages("/v1", sent), Map.of()).then().statusCode(201);
    as(AGENCY)
        .get("/partner/v1/referrals?updatedSince=" + since)
        .then()
        .body("items.id", hasItem(sent.id()));
  }

  @Test
  void nobodyElseReadsOrWrites() {
    Sent sent = sent();
    write(WORKER, messages("/v1", sent), Map.of()).then().statusCode(201);
    String theirs = messages("/partner/v1", sent);
    as(Persona.OTHER_PARTNER_SYSTEM).get(theirs).then().statusCode(404);
    write(Persona.OTHER_PARTNER_SYSTEM, theirs, Map.of()).then().statusCode(404);
    as(Persona.OTHER_UNIT_SUPERVISOR).get(messages("/v1", sent)).then().statusCode(404);
    String rows = "select count(*) from referral_message where referral_id = '" + sent.id() + "'";
    assertThat(seen(WORKER, rows)).isOne();
    assertThat(seen(AGENCY, rows)).isOne();
    assertThat(seen(Persona.OTHER_PARTNER_SYSTEM, rows)).isZero();
    assertThat(seen(Persona.OTHER_UNIT_SUPERVISOR, rows)).isZero();
    assertThat(seen(Persona.COMMISSION_ADMIN, rows)).isZero();
    write(WORKER, messages("/v1", sent), Map.of("text", " ")).then().statusCode(400);
    write(WORKER, messages("/v1", sent), Map.of("text", "x".repeat(4001))).then().statusCode(400);
  }

  @Test
  void afterConsentEndedTheAgencyReadsNoWordAndNothingIsWrittenToIt() {
    Sent sent = sent();
    String theirs = messages("/partner/v1", sent);
    String file = attached(AGENCY, "/partner/v1", sent, Map.of());
    write(AGENCY, theirs, Map.of("attachments", List.of(file), "name", "Advocate Z"))
        .then()
        .statusCode(201);
    write(WORKER, messages("/v1", sent), Map.of()).then().statusCode(201);
    Backstage.execute("delete from known_consent where case_id = ?", sent.caseId());
    write(WORKER, messages("/v1", sent), Map.of())
        .then()
        .statusCode(409)
        .body("code", equalTo("consent-missing"));
    Backstage.execute(
        "update referral set packet_closed_at = now() where id = ?", UUID.fromString(sent.id()));
    as(AGENCY)
        .get(theirs)
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.text", contains(nullValue(), nullValue()))
        .body("items[1].name", nullValue())
        .body("items[0].readAt", nullValue())
        .body("items[1].attachments[0].title", nullValue());
    for (Response refused :
        List.of(
            write(AGENCY, theirs, Map.of()),
            write(WORKER, messages("/v1", sent), Map.of()),
            begin(AGENCY, "/partner/v1", sent, Map.of(), Papers.pdf()),
            as(AGENCY).get(files("/partner/v1", sent) + "/" + file + "/content"))) {
      refused.then().statusCode(409).body("code", equalTo("thread-closed"));
    }
    as(WORKER).get(messages("/v1", sent)).then().body("items[1].text", equalTo(QUESTION));
    content(sent, file).then().statusCode(200);
  }

  @Test
  void aPhotoArrivesInPiecesLosesItsPlaceAndGoesWithTheOutcome() throws IOException {
    Sent sent = sent();
    byte[] photo = Papers.photoWithPlace();
    assertThat(photo.length).isGreaterThan(70_000);
    String base = files("/partner/v1", sent);
    Response begun = begin(AGENCY, "/partner/v1", sent, Map.of("title", "The order"), photo);
    begun.then().statusCode(201).body("state", equalTo("arriving"));
    String path = base + "/" + begun.path("id");
    piece(path, 0, Arrays.copyOf(photo, 40_000)).then().statusCode(200);
    piece(path, 0, Arrays.copyOf(photo, 40_000))
        .then()
        .statusCode(409)
        .body("code", equalTo("offset-not-here"));
    piece(path, 40_000, new byte[100]).then().statusCode(422).body("code", equalTo("piece-size"));
    finish(AGENCY, path).then().statusCode(409).body("code", equalTo("upload-not-whole"));
    piece(path, 40_000, Arrays.copyOfRange(photo, 40_000, photo.length)).then().statusCode(200);
    as(WORKER).get(files("/v1", sent)).then().body("items", empty());
    assertThat(
            seen(
                WORKER,
                "select count(*) from attachment_piece where attachment_id = '"
                    + begun.path("id")
                    + "'"))
        .as("until it is sent it is the agency's alone")
        .isZero();
    finish(AGENCY, path).then().statusCode(200).body("state", equalTo("whole"));
    finish(AGENCY, path).then().statusCode(200);
    Sent accepted = Requests.answered(sent, "acceptance", at(LATER));
    Map<String, Object> outcome = Requests.outcome(LATER, "provided");
    step(AGENCY, accepted, "completion", withPapers(outcome, UUID.randomUUID().toString()))
        .then()
        .statusCode(422)
        .body("code", equalTo("attachment-unknown"));
    as(WORKER).get("/v1/referrals/" + sent.id()).then().body("status", equalTo("accepted"));
    step(AGENCY, accepted, "completion", withPapers(outcome, begun.path("id")))
        .then()
        .statusCode(200);
    as(WORKER)
        .get(files("/v1", sent))
        .then()
        .statusCode(200)
        .body("items.title", contains("The order"))
        .body("items.state", contains("sent"))
        .body("items[0].messageId", nullValue());
    Response content = content(sent, begun.path("id"));
    content.then().statusCode(200).contentType("image/jpeg");
    assertThat(new String(content.asByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain(Papers.PLACE);
    assertThat(Backstage.audit("READ_THREAD", begun.path("id"))).containsExactly("read ");
    as(AGENCY).delete(path).then().statusCode(409).body("code", equalTo("upload-over"));
  }

  @Test
  void whatIsNotWhatItSaysIsNotKept() {
    Sent sent = sent();
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    refused(sent, "application/pdf", page, "content-not-as-said");
    refused(sent, "application/pdf", Papers.pdf("/OpenAction /JavaScript"), "content-not-safe");
    begin(AGENCY, "/partner/v1", sent, Map.of("mediaType", "text/html"), page)
        .then()
        .statusCode(422)
        .body("code", equalTo("media-type-not-taken"));
    Response other =
        begin(AGENCY, "/partner/v1", sent, Map.of("sha256", "0".repeat(64)), Papers.pdf());
    String path = files("/partner/v1", sent) + "/" + other.path("id");
    piece(path, 0, Papers.pdf()).then().statusCode(200);
    finish(AGENCY, path).then().statusCode(422).body("code", equalTo("hash-differs"));
    begin(AGENCY, "/partner/v1", sent, Map.of("size", (10 << 20) + 1), Papers.pdf())
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/size"));
    as(AGENCY).get(files("/partner/v1", sent)).then().body("items", empty());
    String unsent = attached(AGENCY, "/partner/v1", sent, Map.of());
    write(
            Persona.PARTNER_WORKER,
            messages("/partner/v1", sent),
            Map.of("attachments", List.of(unsent)))
        .then()
        .statusCode(422)
        .body("code", equalTo("attachment-unknown"));
    as(WORKER).get(messages("/v1", sent)).then().body("items", empty());
    clock.advance(Duration.ofHours(25));
    housekeeping.runAll();
    as(AGENCY).get(files("/partner/v1", sent)).then().body("items", empty());
  }

  @Test
  void whatASenderAttachesGoesByTheRulesOfThePacket() {
    Sent sent = sent();
    begin(WORKER, "/v1", sent, Map.of(), Papers.pdf())
        .then()
        .statusCode(422)
        .body("code", equalTo("kind-needed"));
    begin(WORKER, "/v1", sent, Map.of("kind", "clinical-notes"), Papers.pdf())
        .then()
        .statusCode(422)
        .body("code", equalTo("release-refused"))
        .body("errors[0].pointer", equalTo("/kind"));
    begin(WORKER, "/v1", sent, Map.of("kind", "document-status"), Papers.pdf())
        .then()
        .statusCode(422)
        .body("code", equalTo("release-needs-reason"));
    Response papers =
        begin(
            WORKER,
            "/v1",
            sent,
            Map.of("kind", "document-status", "because", "Custody turns on it"),
            Papers.pdf());
    papers.then().statusCode(201);
    assertThat(Backstage.audit("WRITE_THREAD", papers.path("id")))
        .containsExactly("performed released:document-status no-order");
    Sent overridden = sent(Backstage.openCaseOverridden());
    Backstage.execute(
        "update known_sharing set override_state = 'awaiting' where case_id = ?",
        overridden.caseId());
    begin(
            WORKER,
            "/v1",
            overridden,
            Map.of("kind", "document-status", "because", "Custody turns on it"),
            Papers.pdf())
        .then()
        .statusCode(409)
        .body("code", equalTo("second-person-awaited"));
    begin(WORKER, "/v1", overridden, Map.of("kind", "legal-orders"), Papers.pdf())
        .then()
        .statusCode(201);
  }

  private void refused(Sent sent, String mediaType, byte[] content, String code) {
    Response begun = begin(AGENCY, "/partner/v1", sent, Map.of("mediaType", mediaType), content);
    String path = files("/partner/v1", sent) + "/" + begun.path("id");
    piece(path, 0, content).then().statusCode(200);
    finish(AGENCY, path).then().statusCode(422).body("code", equalTo(code));
    as(AGENCY).get(path).then().statusCode(404);
  }

  static String attached(Persona persona, String base, Sent sent, Map<String, Object> more) {
    byte[] content = Papers.pdf();
    Map<String, Object> body = new HashMap<>(more);
    body.put("title", "A paper");
    Response begun = begin(persona, base, sent, body, content);
    begun.then().statusCode(201);
    String path = files(base, sent) + "/" + begun.path("id");
    piece(persona, path, 0, content).then().statusCode(200);
    finish(persona, path).then().statusCode(200);
    return begun.path("id");
  }

  static String files(String base, Sent sent) {
    return base + "/referrals/" + sent.id() + "/attachments";
  }

  static Response begin(
      Persona persona, String base, Sent sent, Map<String, Object> more, byte[] content) {
    Map<String, Object> body = new HashMap<>();
    body.put("mediaType", content[0] == '%' ? "application/pdf" : "image/jpeg");
    body.put("size", content.length);
    body.put("sha256", Papers.sha256(content));
    body.putAll(more);
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(body))
        .post(files(base, sent));
  }

  /** Whatever it is: the interface names no media type of files. */
  private static Response content(Sent sent, String file) {
    return content(WORKER, "/v1", sent, file);
  }

  static Response content(Persona persona, String base, Sent sent, String file) {
    return given()
        .auth()
        .oauth2(Tokens.of(persona))
        .get(files(base, sent) + "/" + file + "/content");
  }

  private static Response piece(String path, int offset, byte[] piece) {
    return piece(AGENCY, path, offset, piece);
  }

  static Response piece(Persona persona, String path, int offset, byte[] piece) {
    return as(persona)
        .contentType(ContentType.BINARY)
        .queryParam("offset", offset)
        .body(piece)
        .patch(path);
  }

  static Response finish(Persona persona, String path) {
    return as(persona).body("").post(path + "/completion");
  }

  private static Map<String, Object> withPapers(Map<String, Object> outcome, String attachment) {
    Map<String, Object> whole = new HashMap<>(outcome);
    Map<String, Object> part = new HashMap<>();
    part.put("code", "provided");
    part.put("attachments", List.of(attachment));
    whole.put("outcome", part);
    return whole;
  }

  private long seen(Persona persona, String sql) {
    Caller caller = Database.caller(persona);
    return asSomebody.count(caller, sql);
  }
}
