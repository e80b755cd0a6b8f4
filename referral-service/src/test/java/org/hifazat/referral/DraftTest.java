package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Drafting.begin;
import static org.hifazat.referral.Drafting.begun;
import static org.hifazat.referral.Drafting.discard;
import static org.hifazat.referral.Drafting.list;
import static org.hifazat.referral.Drafting.read;
import static org.hifazat.referral.Drafting.save;
import static org.hifazat.referral.Drafting.send;
import static org.hifazat.referral.Drafting.whole;
import static org.hifazat.referral.Requests.as;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.hifazat.platform.messaging.RelayControl;
import org.hifazat.platform.security.Housekeeping;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.hifazat.referral.Drafting.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referral that is being written is kept with the case, and disclosed when it is sent. */
@HifazatTest(service = "referrals")
class DraftTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  private final MutableClock clock;
  private final Housekeeping housekeeping;
  private final RelayControl relay;

  DraftTest(MutableClock clock, Housekeeping housekeeping, RelayControl relay) {
    this.clock = clock;
    this.housekeeping = housekeeping;
    this.relay = relay;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void whatIsWrittenSoFarIsKeptAndGoneOnWith() {
    UUID caseId = Backstage.openCase();
    Kept nothing = begun(caseId, Map.of());
    read(WORKER, nothing)
        .then()
        .statusCode(200)
        .header("ETag", "\"v0\"")
        .header("Cache-Control", "no-store")
        .body("status", equalTo("draft"))
        .body("content.packet.items", empty())
        .body("content.serviceId", nullValue());
    Map<String, Object> item = Map.of("kind", "needs", "text", "A teacher");
    save(WORKER, nothing, whole("items", List.of(item)))
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"");
    read(Persona.SUPERVISOR, nothing)
        .then()
        .statusCode(200)
        .body("content.packet.requestText", equalTo("Counsel for the hearing about custody"))
        .body("content.packet.items[0].text", equalTo("A teacher"))
        .body("content.priority", equalTo("high"))
        .body("until", notNullValue());
    list(WORKER, caseId)
        .then()
        .statusCode(200)
        .body("items.id", contains(nothing.id()))
        .body("items[0].status", equalTo("draft"))
        .body("items[0].serviceId", equalTo(Backstage.LEGAL_AID.toString()))
        .body("items[0].etag", equalTo("\"v1\""))
        .body("items[0].content", nullValue());
    assertThat(Backstage.audit("READ_REFERRAL_DRAFT", nothing.id()))
        .containsExactly("read case:" + caseId, "read case:" + caseId);
    assertThat(Backstage.audit("LIST_REFERRAL_DRAFTS", caseId)).containsExactly("read ");
    assertThat(Backstage.audit("SAVE_REFERRAL_DRAFT", nothing.id()))
        .containsExactly("performed case:" + caseId);
    assertThat(referrals(nothing)).isZero();
  }

  @Test
  void whatIsLongerThanAReferralTakesIsNotKept() {
    Kept draft = begun(Backstage.openCase(), whole());
    save(WORKER, draft, whole("requestText", "x".repeat(4_001)))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/packet/requestText"));
    begin(WORKER, draft.caseId(), Map.of("priority", "sometime")).then().statusCode(400);
    as(WORKER).body("{}").put("/v1/referral-drafts/" + draft.id()).then().statusCode(428);
    as(WORKER)
        .body("{}")
        .post("/v1/cases/" + draft.caseId() + "/referral-drafts")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-missing"));
    read(WORKER, draft).then().header("ETag", "\"v0\"");
  }

  @Test
  void theSameBeginningAgainIsOneDraftAndTheKeyOfAnotherIsRefused() {
    UUID caseId = Backstage.openCase();
    UUID key = UUID.randomUUID();
    Response first = begin(WORKER, caseId, key, whole());
    begin(WORKER, caseId, key, whole())
        .then()
        .statusCode(201)
        .body("id", equalTo(first.path("id")));
    begin(WORKER, caseId, key, Map.of()).then().statusCode(422);
    begin(WORKER, Backstage.openCase(), key, whole()).then().statusCode(422);
    assertThat(drafts(caseId)).isOne();
  }

  @Test
  void whoeverWasOvertakenIsToldBothVersionsAndNothingIsLost() {
    Kept draft = begun(Backstage.openCase(), whole());
    save(Persona.SUPERVISOR, draft, whole("requestText", "Her words")).then().statusCode(200);
    for (Response late :
        List.of(save(WORKER, draft, whole()), discard(WORKER, draft), send(WORKER, draft))) {
      late.then()
          .statusCode(412)
          .header("ETag", "\"v1\"")
          .body("expectedVersion", equalTo("\"v0\""))
          .body("currentVersion", equalTo("\"v1\""));
    }
    read(WORKER, draft).then().body("content.packet.requestText", equalTo("Her words"));
  }

  @Test
  void aDraftThatIsSentIsTheReferralOfItsIdAndGone() {
    Kept draft = begun(Backstage.openCaseWithConsent(), whole());
    UUID key = UUID.randomUUID();
    Response sent = send(WORKER, draft, key, Map.of());
    sent.then()
        .statusCode(201)
        .header("Location", "/v1/referrals/" + draft.id())
        .body("id", equalTo(draft.id()))
        .body("status", equalTo("requested"))
        .body("packet.requestText", equalTo("Counsel for the hearing about custody"));
    assertThat(
            Backstage.texts(
                "select from_status || ' ' || to_status || ' ' || side from referral_step"
                    + " where referral_id = ?::uuid",
                draft.id()))
        .containsExactly("draft requested requester");
    assertThat(drafts(draft.caseId())).isZero();
    read(WORKER, draft).then().statusCode(404);
    // An answer that was lost is given again; whoever was slower is told what became of it.
    send(WORKER, draft, key, Map.of()).then().statusCode(201).body("id", equalTo(draft.id()));
    for (Response late :
        List.of(
            send(WORKER, draft),
            save(Persona.SUPERVISOR, draft, whole()),
            discard(WORKER, draft))) {
      late.then().statusCode(409).body("code", equalTo("draft-sent"));
    }
    save(Persona.COLLEAGUE, draft, whole()).then().statusCode(403);
    save(Persona.OTHER_UNIT_SUPERVISOR, draft, whole()).then().statusCode(404);
    assertThat(referrals(draft)).isOne();
    assertThat(Backstage.audit("MAKE_REFERRAL", draft.id()))
        .containsExactly("performed consent-given");
    assertThat(Backstage.audit("SEND_REFERRAL_DRAFT", draft.id()))
        .contains("performed case:" + draft.caseId());
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + draft.id())
        .then()
        .statusCode(200)
        .body("status", equalTo("requested"));
  }

  @Test
  void nothingIsToldOfADraftUntilItIsSent() {
    Kept draft = begun(Backstage.openCaseWithConsent(), Map.of());
    Response saved = save(WORKER, draft, whole());
    send(WORKER, Kept.of(saved, draft.caseId())).then().statusCode(201);
    Kept given = begun(draft.caseId(), whole());
    discard(WORKER, given).then().statusCode(204);
    relay.flush();
    Awaitility.await().until(() -> !told(draft).isEmpty());
    assertThat(told(draft)).hasSize(1).allMatch(type -> type.contains("referral-requested"));
    assertThat(told(given)).isEmpty();
  }

  @Test
  void everyGateOfAReferralIsAskedOnSendingAndTheDraftStays() {
    Kept noConsent = begun(Backstage.openCase(), whole());
    stays(noConsent, send(WORKER, noConsent), 409, "consent-missing");
    UUID caseId = Backstage.openCaseWithConsent();
    Kept unknown = begun(caseId, Requests.with(whole(), "serviceId", UUID.randomUUID().toString()));
    stays(unknown, send(WORKER, unknown), 422, "service-unknown");
    Kept notForThem =
        begun(caseId, whole("items", List.of(Map.of("kind", "document-status", "text", "None"))));
    stays(notForThem, send(WORKER, notForThem), 422, "release-needs-reason");
    Kept partOf = begun(caseId, Requests.with(whole(), "partOf", UUID.randomUUID().toString()));
    stays(partOf, send(WORKER, partOf), 422, "part-of-unknown");
    Kept nameless =
        begun(caseId, Requests.with(whole(), "addressee", UUID.randomUUID().toString()));
    stays(nameless, send(WORKER, nameless), 400, "invalid-value");
    Kept looked = begun(caseId, whole());
    stays(
        looked,
        send(WORKER, looked, UUID.randomUUID(), Map.of("preview", "of something else")),
        409,
        "preview-differs");
    Kept bare = begun(caseId, Map.of("packet", Map.of("requestText", "  ")));
    Response unfinished = send(WORKER, bare);
    stays(bare, unfinished, 422, "draft-unfinished");
    unfinished
        .then()
        .body(
            "errors.pointer",
            hasItems("/serviceId", "/priority", "/packet/requestText", "/packet/safeContact"));
  }

  @Test
  void ofManyWhoSendAtOnceOneDoes() throws InterruptedException, ExecutionException {
    Kept draft = begun(Backstage.openCaseWithConsent(), whole());
    Tokens.of(WORKER);
    Tokens.of(Persona.SUPERVISOR);
    List<Callable<Response>> at = new ArrayList<>();
    for (int one = 0; one < 4; one++) {
      at.add(() -> send(WORKER, draft));
      at.add(() -> send(Persona.SUPERVISOR, draft));
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(at.size())) {
      for (Future<Response> one : threads.invokeAll(at)) {
        statuses.add(one.get().statusCode());
      }
    }
    assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    assertThat(referrals(draft)).isOne();
  }

  @Test
  void whatAPsychologistWritesIntoADraftColleaguesKeepUnreadAndDoNotSend() {
    UUID caseId = Backstage.openCaseWithConsent();
    UUID counselling = Agencies.entry(Persona.LEGAL_AID);
    Backstage.execute("update service set category = 'psychosocial' where id = ?", counselling);
    Backstage.execute(
        "update known_case set member_ids = array[?::uuid] where case_id = ?",
        Backstage.staff(Persona.PSYCHOLOGIST),
        caseId);
    Map<String, Object> results = Map.of("kind", "assessment-results", "text", "Eleven of forty");
    Map<String, Object> content =
        Requests.with(whole("items", List.of(results)), "serviceId", counselling.toString());
    begin(WORKER, caseId, content)
        .then()
        .statusCode(422)
        .body("code", equalTo("clinical-by-psychologist"));
    Response made = begin(Persona.PSYCHOLOGIST, caseId, content);
    made.then().statusCode(201);
    Kept draft = Kept.of(made, caseId);
    read(WORKER, draft)
        .then()
        .body("content.packet.items.kind", contains("assessment-results"))
        .body("content.packet.items[0].text", nullValue());
    save(WORKER, draft, content)
        .then()
        .statusCode(422)
        .body("code", equalTo("clinical-by-psychologist"))
        .body("errors[0].pointer", equalTo("/packet/items/0"));
    Map<String, Object> unread =
        Requests.with(
            whole("items", List.of(Map.of("kind", "assessment-results"))),
            "serviceId",
            counselling.toString());
    Response kept = save(WORKER, draft, unread);
    kept.then().statusCode(200).body("content.packet.items[0].text", nullValue());
    Kept now = Kept.of(kept, caseId);
    send(WORKER, now).then().statusCode(422).body("code", equalTo("clinical-by-psychologist"));
    read(Persona.PSYCHOLOGIST, now)
        .then()
        .body("content.packet.items[0].text", equalTo("Eleven of forty"));
    send(Persona.PSYCHOLOGIST, now).then().statusCode(409).body("code", equalTo("preview-needed"));
  }

  /** Of two a colleague reads neither, and would keep but one. */
  @Test
  void ofOneKindADraftHoldsOneItemWhoeverWritesIt() {
    UUID caseId = Backstage.openCase();
    Backstage.execute(
        "update known_case set member_ids = array[?::uuid] where case_id = ?",
        Backstage.staff(Persona.PSYCHOLOGIST),
        caseId);
    Kept draft = begun(caseId, whole());
    for (String kind : List.of("assessment-results", "needs")) {
      Map<String, Object> item = Map.of("kind", kind, "text", "Eleven of forty");
      Map<String, Object> twice = whole("items", List.of(item, item));
      for (Response refused :
          List.of(
              begin(Persona.PSYCHOLOGIST, caseId, twice),
              save(Persona.PSYCHOLOGIST, draft, twice),
              save(WORKER, draft, twice))) {
        stays(draft, refused, 422, "item-twice");
        refused.then().body("errors[0].pointer", equalTo("/packet/items/1"));
      }
    }
    assertThat(drafts(caseId)).isOne();
  }

  @Test
  void aClosedCasesDraftsAreReadAndDiscardedOnly() {
    Kept draft = begun(Backstage.openCaseWithConsent(), whole());
    Backstage.execute("update known_case set closed = true where case_id = ?", draft.caseId());
    stays(draft, send(WORKER, draft), 409, "case-closed");
    stays(draft, save(WORKER, draft, Map.of()), 409, "case-closed");
    begin(WORKER, draft.caseId(), whole())
        .then()
        .statusCode(409)
        .body("code", equalTo("case-closed"));
    list(WORKER, draft.caseId()).then().body("items.id", contains(draft.id()));
    discard(WORKER, draft).then().statusCode(204);
    list(WORKER, draft.caseId()).then().body("items", empty());
    discard(WORKER, draft).then().statusCode(404);
  }

  @Test
  void aCaseHasAsManyDraftsAsItMayAndNoMore() {
    UUID caseId = Backstage.openCase();
    Kept one = begun(caseId, whole());
    Backstage.execute(
        "insert into referral_draft select gen_random_uuid(), case_id, content, started_by,"
            + " started_at, saved_by, saved_at, 0 from referral_draft, generate_series(1, 19)"
            + " where case_id = ?",
        caseId);
    begin(WORKER, caseId, whole()).then().statusCode(409).body("code", equalTo("too-many-drafts"));
    discard(WORKER, one).then().statusCode(204);
    begin(WORKER, caseId, whole()).then().statusCode(201);
  }

  @Test
  void aCasesDraftsComeInPagesTheOneBegunLastFirst() {
    UUID caseId = Backstage.openCase();
    List<String> begun = new ArrayList<>();
    for (int one = 0; one < 3; one++) {
      begun.addFirst(begun(caseId, whole()).id());
      clock.advance(Duration.ofSeconds(1));
    }
    String pages = "/v1/cases/" + caseId + "/referral-drafts?limit=2";
    Response first = as(WORKER).get(pages);
    first.then().body("items.id", equalTo(begun.subList(0, 2)));
    String link = first.header("Link");
    String cursor = link.replaceAll(".*cursor=([^&>]+).*", "$1");
    Response second = as(WORKER).get(pages + "&cursor=" + cursor);
    second.then().body("items.id", equalTo(begun.subList(2, 3)));
    assertThat(second.header("Link")).isNull();
  }

  @Test
  void whatNobodySavesForThirtyDaysIsRemoved() {
    clock.stopAt(clock.instant());
    Kept left = begun(Backstage.openCase(), whole());
    Kept wentOn = begun(Backstage.openCase(), whole());
    clock.advance(Duration.ofDays(29));
    save(WORKER, wentOn, whole()).then().statusCode(200);
    clock.advance(Duration.ofDays(1).minusSeconds(1));
    housekeeping.runAll();
    assertThat(drafts(left.caseId())).isOne();
    clock.advance(Duration.ofSeconds(1));
    housekeeping.runAll();
    assertThat(drafts(left.caseId())).isZero();
    assertThat(drafts(wentOn.caseId())).isOne();
  }

  @Test
  void ofAnErasedChildNothingIsRead() {
    Kept draft = begun(Backstage.openCase(), whole());
    Backstage.execute(
        "update subject_key set wrapped_key = null, destroyed_at = now() where subject_id = ?",
        draft.caseId());
    read(WORKER, draft).then().statusCode(404);
    list(WORKER, draft.caseId())
        .then()
        .body("items.id", contains(draft.id()))
        .body("items[0].serviceId", nullValue());
    discard(WORKER, draft).then().statusCode(204);
  }

  private static void stays(Kept draft, Response refused, int status, String code) {
    refused.then().statusCode(status).body("code", equalTo(code));
    assertThat(referrals(draft)).isZero();
    assertThat(Backstage.texts("select version from referral_draft where id = ?::uuid", draft.id()))
        .containsExactly("0");
  }

  private static List<String> told(Kept draft) {
    return Topic.all(Topic.REFERRALS).stream()
        .filter(one -> Topic.header(one, "ce_subject").equals(draft.id()))
        .map(one -> Topic.header(one, "ce_type"))
        .toList();
  }

  private static long referrals(Kept draft) {
    return Backstage.count("select count(*) from referral where id = ?::uuid", draft.id());
  }

  private static long drafts(UUID caseId) {
    return Backstage.count("select count(*) from referral_draft where case_id = ?", caseId);
  }
}
