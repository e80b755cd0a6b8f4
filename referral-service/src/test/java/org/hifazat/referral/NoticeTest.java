package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.accepted;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.outcome;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.notice.NoticeMetrics;
import org.hifazat.referral.notice.SendNotices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency hears that something waits, and whoever else reads it learns nothing. */
@HifazatTest(service = "referrals")
class NoticeTest {
  static final Map<String, Set<Relation>> ALLOWED =
      Map.of(
          "partner-worker", Set.of(NONE),
          "partner-system", Set.of(NONE),
          "commission-admin", Set.of(NONE));

  private static final String MAIL = "desk@legal-aid.example";
  private static final String NUMBER = "+923001234567";
  private static final Path LOG = Path.of("target/notices/notices.log");

  private final SendNotices sending;
  private final NoticeMetrics metrics;
  private final MeterRegistry registry;
  private final MutableClock clock;

  NoticeTest(
      SendNotices sending, NoticeMetrics metrics, MeterRegistry registry, MutableClock clock) {
    this.sending = sending;
    this.metrics = metrics;
    this.registry = registry;
    this.clock = clock;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    none();
  }

  @AfterEach
  void leave() {
    none();
  }

  @Test
  void aNoticeWaitsForTheMailServerAndNamesNobody() throws Exception {
    add(Persona.PARTNER_WORKER, "email", MAIL).then().statusCode(201);
    add(Persona.COMMISSION_ADMIN, "sms", NUMBER).then().statusCode(201);
    sent();
    sent();
    assertThat(sending.sendAll()).isEqualTo(2);
    list(Persona.PARTNER_SYSTEM)
        .then()
        .body("items.address", containsInAnyOrder(MAIL, NUMBER))
        .body("items.find { it.channel == 'email' }.lastOutcome", equalTo("mail-server-away"))
        .body("items.find { it.channel == 'sms' }.lastOutcome", equalTo("sent"));
    assertThat(sending.sendAll()).isZero();
    assertThat(measured("waiting")).isEqualTo(1);
    GreenMail server = new GreenMail(new ServerSetup(port(), "127.0.0.1", "smtp"));
    server.start();
    try {
      clock.advance(Duration.ofMinutes(5));
      assertThat(measured("oldest.age.seconds")).isGreaterThanOrEqualTo(300);
      assertThat(sending.sendAll()).isEqualTo(1);
      assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getAllRecipients()[0]).hasToString(MAIL);
      assertThat(mail.getSubject()).isEqualTo("Hifazat");
      assertThat(mail.getContent().toString().strip())
          .isEqualTo("A referral waits for you. Sign in to read it: " + publicUrl());
    } finally {
      server.stop();
    }
    list(Persona.COMMISSION_ADMIN).then().body("items.lastOutcome", contains("sent", "sent"));
    assertThat(measured("waiting")).isZero();
    String file = Files.readString(LOG);
    assertThat(file).contains("SMS " + NUMBER + ": A referral waits").doesNotContain("KP-TST");
    assertThat(Backstage.count("select count(*) from notice where state = 'sent'")).isEqualTo(2);
    assertThat(Backstage.texts("select row_to_json(a)::text from notice_address a"))
        .noneMatch(row -> row.contains(MAIL) || row.contains(NUMBER));
  }

  @Test
  void anAddressThatCannotBeReadKeepsNobodyElseWaiting() throws Exception {
    String broken = add(Persona.PARTNER_WORKER, "sms", "+923335550001").path("id");
    add(Persona.PARTNER_WORKER, "sms", "+923335550002").then().statusCode(201);
    Backstage.execute("update notice_address set address = '\\x01ff' where id = ?::uuid", broken);
    double before = setAside();
    sent();
    assertThat(sending.sendAll()).isEqualTo(2);
    assertThat(Files.readString(LOG)).contains("SMS +923335550002: ");
    assertThat(setAside()).isEqualTo(before + 1);
    assertThat(Backstage.texts("select state from notice order by state"))
        .containsExactly("failed", "sent");
    list(Persona.PARTNER_WORKER)
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + broken + "' }.address", nullValue())
        .body(
            "items.find { it.id == '" + broken + "' }.lastOutcome", equalTo("address-unreadable"));
    clock.advance(Duration.ofMinutes(5));
    assertThat(sending.sendAll()).as("it is set aside").isZero();
  }

  private double setAside() {
    return registry.counter("hifazat.notices.set.aside").count();
  }

  @Test
  void whatIsNoAddressIsRefusedAndNobodyTouchesAnotherAgencys() {
    for (String wrong : List.of("desk", "a@b.example\r\nBcc: x@y.example", NUMBER)) {
      add(Persona.PARTNER_SYSTEM, "email", wrong)
          .then()
          .statusCode(422)
          .body("code", equalTo("not-an-address"));
    }
    add(Persona.PARTNER_SYSTEM, "sms", "03001234567").then().statusCode(422);
    String id = add(Persona.PARTNER_SYSTEM, "email", MAIL).path("id");
    as(Persona.OTHER_PARTNER_SYSTEM)
        .get("/partner/v1/notice-addresses")
        .then()
        .body("items.id", empty());
    as(Persona.OTHER_PARTNER_SYSTEM)
        .delete("/partner/v1/notice-addresses/" + id)
        .then()
        .statusCode(404);
    as(Persona.PARTNER_WORKER).delete("/partner/v1/notice-addresses/" + id).then().statusCode(204);
    sent();
    assertThat(sending.sendAll()).isZero();
  }

  @Test
  void whatTheSenderCallsOffIsToldOfByANoticeThatSaysNeitherWhichNorWhy() throws Exception {
    add(Persona.PARTNER_WORKER, "sms", "+923335550011", "en").then().statusCode(201);
    add(Persona.PARTNER_WORKER, "sms", "+923335550012", "ur").then().statusCode(201);
    add(Persona.PARTNER_WORKER, "sms", "+923335550013", "ps").then().statusCode(201);
    add(Persona.OTHER_PARTNER_WORKER, "sms", "+923335550014", "en").then().statusCode(201);
    for (Map.Entry<String, String> off :
        Map.of("cancellation", "sent-in-error", "entered-in-error", "wrong-child").entrySet()) {
      Sent sent = accepted(sent());
      sending.sendAll();
      step(Persona.SOCIAL_WORKER, sent, off.getKey(), Requests.off(off.getValue()))
          .then()
          .statusCode(200);
      assertThat(sending.sendAll())
          .as(off.getKey() + ", to each address of its agency")
          .isEqualTo(3);
      assertThat(lastTo("+923335550011"))
          .endsWith(
              "SMS +923335550011: Something has changed about a referral. Please sign in and look: "
                  + publicUrl())
          .doesNotContain(sent.id(), sent.caseId().toString());
      assertThat(lastTo("+923335550012"))
          .endsWith(
              "ایک ریفرل کے بارے میں کچھ بدل گیا ہے۔ براہِ کرم سائن اِن کر کے دیکھیں: "
                  + publicUrl());
      assertThat(lastTo("+923335550013"))
          .endsWith(
              "د یو ریفرل په اړه یو څه بدل شوي دي. مهرباني وکړئ، ننوځئ او وګورئ: " + publicUrl());
    }
    assertThat(Files.readString(LOG)).doesNotContain("+923335550014");
  }

  @Test
  void ofItsOwnStepsAnAgencyGetsNoNotice() {
    Sent sent = sent();
    Sent withdrawn = sent();
    Sent rejected = sent();
    add(Persona.PARTNER_WORKER, "sms", NUMBER).then().statusCode(201);
    Sent done = answered(accepted(sent), "completion", outcome(LATER, "provided"));
    answered(accepted(withdrawn), "cancellation", because(LATER, "family-declined"));
    answered(rejected, "rejection", because(LATER, "at-capacity"));
    assertThat(waiting()).isEmpty();
    step(Persona.SOCIAL_WORKER, done, "entered-in-error", Requests.off("wrong-child"))
        .then()
        .statusCode(200);
    assertThat(waiting()).containsExactly("changed");
  }

  @Test
  void whatWaitsToBeSentToAnAddressStandsAndIsWrittenOnce() throws Exception {
    String number = "+923335550015";
    add(Persona.PARTNER_WORKER, "sms", number).then().statusCode(201);
    Sent first = sent();
    cancel(first);
    assertThat(waiting())
        .as("that something waits was to be said already")
        .containsExactly("waits");
    assertThat(sending.sendAll()).isEqualTo(1);
    assertThat(lastTo(number)).contains("A referral waits for you.");
    none();
    Sent second = sent();
    Sent third = sent();
    add(Persona.PARTNER_WORKER, "sms", number).then().statusCode(201);
    cancel(second);
    cancel(third);
    sent();
    assertThat(waiting()).containsExactly("changed");
  }

  /** The version before knows of one sentence; it runs beside this one for a while. */
  @Test
  void theVersionBeforeWritesItsNoticesBesideThisOne() {
    Sent sent = sent();
    add(Persona.PARTNER_WORKER, "sms", NUMBER).then().statusCode(201);
    Backstage.execute(
        "do $$ begin perform set_config('app.system', 'on', true);"
            + " perform note_that_it_waits('"
            + UUID.fromString(sent.id())
            + "', now()); end $$");
    assertThat(waiting()).containsExactly("waits");
  }

  private static void cancel(Sent sent) {
    step(Persona.SOCIAL_WORKER, sent, "cancellation", Requests.off("sent-in-error"))
        .then()
        .statusCode(200);
  }

  /** What waits to be said, to whatever address. */
  static List<String> waiting() {
    return Backstage.texts("select says from notice where state = 'waiting'");
  }

  private static String lastTo(String number) throws IOException {
    return Files.readAllLines(LOG).stream()
        .filter(line -> line.contains(number))
        .reduce((one, later) -> later)
        .orElseThrow();
  }

  private double measured(String what) {
    metrics.measure();
    return registry.get("hifazat.notices." + what).gauge().value();
  }

  static Response list(Persona persona) {
    return as(persona)
        .get(
            persona.agencyId().isPresent()
                ? "/partner/v1/notice-addresses"
                : "/v1/notice-addresses?agencyId=" + Persona.LEGAL_AID);
  }

  static Response add(Persona persona, String channel, String address) {
    return add(persona, channel, address, "en");
  }

  private static Response add(Persona persona, String channel, String address, String language) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("channel", channel);
    body.put("address", address);
    body.put("language", language);
    boolean agency = persona.agencyId().isPresent();
    if (!agency) {
      body.put("agencyId", Persona.LEGAL_AID);
    }
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(body))
        .post(agency ? "/partner/v1/notice-addresses" : "/v1/notice-addresses");
  }

  static void none() {
    Backstage.execute("delete from notice_address");
  }

  private static int port() {
    return ConfigProvider.getConfig().getValue("hifazat.notice.smtp.port", Integer.class);
  }

  private static String publicUrl() {
    return ConfigProvider.getConfig().getValue("hifazat.notice.public-url", String.class);
  }
}
