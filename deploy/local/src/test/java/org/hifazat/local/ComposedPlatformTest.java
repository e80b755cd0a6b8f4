package org.hifazat.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.local.DeploymentFiles.PROGRAMS;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.OneReferral;
import org.hifazat.local.demo.StaffSession;
import org.hifazat.platform.embedded.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The platform's own images, built and started as compose.yaml and compose.outside.yaml say, with
 * the demonstration's accounts and somebody else's mail server outside. Only where a container
 * engine runs: {@code ./hifazat test --containers}.
 */
@Tag("containers")
class ComposedPlatformTest {

  private static final int PORT = Ports.free();
  private static final String NOTICE_ADDRESSES = "/api/referrals/v1/notice-addresses";
  private static final String ADDRESS = "http://localhost:" + PORT;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern WAITS = Pattern.compile("hifazat_notices_waiting\\S* 1\\.0");
  private static OutsideMail mail;
  private static ComposedPlatform platform;

  @BeforeAll
  static void start() throws Exception {
    mail = new OutsideMail(Path.of("target", "outside"));
    mail.writePassword("not the password");
    Map<String, String> variables = new HashMap<>(mail.variables());
    variables.put("HIFAZAT_PORT", Integer.toString(PORT));
    variables.put("HIFAZAT_PUBLIC_URL", ADDRESS);
    variables.put("HIFAZAT_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    Composition composition =
        Composition.of(variables, "compose.yaml", "compose.demo.yaml", "compose.outside.yaml");
    mail.joins(composition);
    platform = new ComposedPlatform("hifazat-test-" + ProcessHandle.current().pid(), composition);
    buildImages();
    platform.start();
  }

  @AfterAll
  static void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void everyProgramIsReadyByItsOwnHealthCheck() {
    for (String program : PROGRAMS.keySet()) {
      assertThat(platform.output(program, "ask", "GET", "/q/health/ready"))
          .as(program)
          .contains("\"UP\"");
    }
  }

  @Test
  void somebodySignsInAtTheGatewayAndIsAnsweredByEveryService() throws Exception {
    StaffSession worker = StaffSession.signIn(ADDRESS, "gulalai.peshawar", demoPassword());

    assertThat(worker.get("/api/identity/v1/me").expect(200).body()).contains("social-worker");
    worker.get("/api/cases/v1/cases").expect(200);
    worker.get("/api/assessments/v1/instruments").expect(200);
    worker.get("/api/referrals/v1/services").expect(200);

    StaffSession monitor = StaffSession.signIn(ADDRESS, "mina.commission", demoPassword());
    monitor.get("/api/monitoring/v1/figures").expect(200);
    monitor.get("/api/cases/v1/cases").expect(403);
  }

  @Test
  void nobodyIsAnsweredWithoutSigningIn() throws Exception {
    StaffSession.anonymous(ADDRESS).get("/api/cases/v1/cases").expect(401);
  }

  @Test
  void noProgramCanReachAnotherOne() {
    assertThat(platform.output("case-service", "bash", "-c", reach("identity"))).contains("not");
    assertThat(platform.output("gateway", "bash", "-c", reach("identity"))).contains("reached");
  }

  @Test
  void noProgramCanWriteToItsOwnFilesOrIsRoot() {
    for (String program : PROGRAMS.keySet()) {
      assertThat(platform.output(program, "bash", "-c", "id -u; echo x >/opt/hifazat/app/x"))
          .as(program)
          .contains("10001")
          .contains("Read-only file system");
    }
  }

  @Test
  void theEngineKnowsNoSecret() {
    String password = demoPassword();
    for (String program : PROGRAMS.keySet()) {
      String[] environment = platform.inspect(program).getConfig().getEnv();
      assertThat(environment)
          .as(program)
          .isNotEmpty()
          .noneMatch(variable -> variable.contains(password))
          .noneMatch(variable -> variable.matches("\\w*PASSWORD=.*"));
    }
  }

  @Test
  void theAuditChainIsVerifiedFromInsideTheContainer() {
    assertThat(platform.output("case-service", "ask", "GET", "/q/audit/verification"))
        .contains("\"intact\"");
  }

  @Test
  void theWayInOfTheFirstAdministratorIsClosedWhereOneHasSignedIn() {
    assertThat(
            platform.output(
                "identity",
                "ask",
                "POST",
                "/q/first-administrator",
                "{\"username\":\"n.khan\",\"givenName\":\"Nadia\",\"familyName\":\"خان\"}"))
        .contains("administrator-exists");
  }

  @Test
  void aMailTellsAnAgencyThatSomethingWaitsAndNamesNobody() throws Exception {
    StaffSession admin = StaffSession.signIn(ADDRESS, "farid.admin", demoPassword());
    Map<String, String> desks = desksOfAgencies(admin);
    OneReferral.Sent sent = OneReferral.send(ADDRESS, demoPassword());
    String desk = desks.get(sent.agencyId());

    await(() -> outcome(admin, sent.agencyId()).equals("mail-server-sign-in"));
    assertThat(OutsideMail.letters(platform)).as("with a wrong password").isEmpty();
    await(() -> WAITS.matcher(metrics("referral-service")).find());

    mail.writePassword(OutsideMail.PASSWORD);
    platform.restart("referral-service");
    assertThat(asSuperuser("update notice set next_at = now() where state = 'waiting'"))
        .contains("UPDATE 1");
    await(() -> !OutsideMail.letters(platform).isEmpty());
    assertThat(OutsideMail.letters(platform)).hasSize(1);
    MimeMessage letter = OutsideMail.letters(platform).getFirst();
    assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(desk);
    assertThat(letter.getFrom())
        .extracting(Object::toString)
        .containsExactly("no-reply@hifazat.example");
    assertThat(letter.getSubject()).isEqualTo("حفاظت");
    assertThat(letter.getContent().toString().strip())
        .isEqualTo("ایک ریفرل آپ کا انتظار کر رہا ہے۔ پڑھنے کے لیے سائن اِن کریں: " + ADDRESS);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    letter.writeTo(whole);
    String all = (whole.toString(UTF_8) + letter.getContent()).toLowerCase(ROOT);
    assertThat(sent.words()).noneMatch(word -> all.contains(word.toLowerCase(ROOT)));
    await(() -> outcome(admin, sent.agencyId()).equals("sent"));
  }

  @Test
  void onlyTheReferralServiceReachesTheMailServer() {
    String address = platform.addressOf(OutsideMail.HOST, "outside");
    for (String program : PROGRAMS.keySet()) {
      String expected = program.equals("referral-service") ? "reached" : "not";
      for (String way : List.of(OutsideMail.HOST, address)) {
        assertThat(platform.output(program, "bash", "-c", reach(way, MailServer.PORT)).strip())
            .as("%s to %s", program, way)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void aSecretOfTheOperatorsIsReadByItsGroupAndBelongsToNoOtherProgram() {
    assertThat(platform.output("referral-service", "ls", "/run/secrets"))
        .contains("smtp-password", "smtp-authority", "sms-authorization");
    for (String program : PROGRAMS.keySet()) {
      if (!program.equals("referral-service")) {
        assertThat(platform.output(program, "ls", "/run/secrets"))
            .as(program)
            .doesNotContain("smtp");
      }
    }
    assertThat(platform.inspect("referral-service").getConfig().getEnv())
        .contains("HIFAZAT_NOTICE_SMTP_PASSWORD_FILE=/run/secrets/smtp-password")
        .noneMatch(variable -> variable.contains(OutsideMail.PASSWORD));
  }

  /** An address for each agency that may be sent to; a notice must find the right one. */
  private static Map<String, String> desksOfAgencies(StaffSession admin) throws Exception {
    Map<String, String> desks = new TreeMap<>();
    StaffSession worker = StaffSession.signIn(ADDRESS, "gulalai.peshawar", demoPassword());
    for (JsonNode service : worker.get(OneReferral.services()).expect(200).json().get("items")) {
      desks.putIfAbsent(
          service.get("agencyId").asText(), "desk-" + desks.size() + "@agency.example");
    }
    for (Map.Entry<String, String> desk : desks.entrySet()) {
      admin
          .create(
              NOTICE_ADDRESSES,
              """
              {"agencyId":"%s","channel":"email","address":"%s","language":"ur"}"""
                  .formatted(desk.getKey(), desk.getValue()))
          .expect(201);
    }
    return desks;
  }

  private static String outcome(StaffSession admin, String agencyId) throws Exception {
    Answer answer = admin.get(NOTICE_ADDRESSES + "?agencyId=" + agencyId);
    return answer.status() == 200
        ? answer.json().get("items").get(0).path("lastOutcome").asText()
        : "";
  }

  /** Instead of waiting five minutes. */
  private static String asSuperuser(String sql) {
    return platform.output(
        "postgres",
        "bash",
        "-c",
        "PGPASSWORD=$(</keys/superuser-password) psql -h 127.0.0.1 -U postgres -d referrals -c \"$0\"",
        sql);
  }

  private static String metrics(String program) {
    return platform.output(program, "ask", "GET", "/q/metrics");
  }

  private static void await(Callable<Boolean> happened) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!happened.call()) {
      assertThat(System.nanoTime()).as("it happens within %s", PATIENCE).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  private static String reach(String host) {
    return reach(host, 8080);
  }

  private static String reach(String host, int port) {
    return "timeout 20 bash -c ': </dev/tcp/%s/%d' 2>/dev/null && echo reached || echo not"
        .formatted(host, port);
  }

  private static String demoPassword() {
    return platform.output("identity", "cat", "/keys/demo-password").strip();
  }

  /** With the same script that operators use. */
  private static void buildImages() throws Exception {
    File log = new File("target/images.log");
    int exit =
        new ProcessBuilder(DeploymentFiles.ROOT.resolve("deploy/images/build").toString())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start()
            .waitFor();
    assertThat(exit).as("deploy/images/build, see " + log.getAbsolutePath()).isZero();
  }
}
