package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.sent;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.mail.internet.MimeMessage;
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
    String file = Files.readString(Path.of("target/notices/notices.log"));
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
    assertThat(Files.readString(Path.of("target/notices/notices.log")))
        .contains("SMS +923335550002: ");
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
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("channel", channel);
    body.put("address", address);
    body.put("language", "en");
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
