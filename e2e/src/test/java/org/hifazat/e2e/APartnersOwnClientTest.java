package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.StaffSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An agency's system in another language, generated from the OpenAPI file and written from the
 * guide alone, against the running platform.
 */
class APartnersOwnClientTest {
  private static final String REFERRALS = "/api/referrals/v1/referrals";
  private static final Path LOG =
      RunningPlatform.root().resolve("target").resolve("partner-client.log");

  @BeforeAll
  static void aPlatformWithAYearBehindIt() throws Exception {
    RunningPlatform.filled();
  }

  @Test
  void theTypeScriptClientGoesToTheClosedLoopAndBelievesOnlySignedWebhooks() throws Exception {
    StaffSession worker = RunningPlatform.signIn("gulalai.peshawar");
    String id = referred(worker);
    Path client = RunningPlatform.root().resolve("web").resolve("partner-client");
    ended(begun(client, "npm", "ci", "--no-audit", "--no-fund"));
    Process program =
        begun(
            client,
            "npm",
            "start",
            "--",
            "--address",
            RunningPlatform.address(),
            "--key",
            RunningPlatform.data()
                .toAbsolutePath()
                .resolve("keys")
                .resolve("legal-aid-peshawar.jwk.json")
                .toString(),
            "--referral",
            id,
            "--until-closed");
    closedOnceAnswered(worker, id, program);
    assertThat(ended(program))
        .contains("ok heard of the three steps by signed webhooks")
        .contains("ok refused what was forged, altered or old, and took a replayed message once")
        .contains("ok the sender closed the loop: heard by webhook, read in the feed")
        .contains("ok the library standardwebhooks verified each, and believed nothing else");
    JsonNode referral = worker.get(REFERRALS + "/" + id).expect(200).json();
    assertThat(referral.get("status").asText()).isEqualTo("completed");
    assertThat(referral.get("acknowledgedAt")).isNotNull();
    JsonNode messages = worker.get(REFERRALS + "/" + id + "/messages").expect(200).json();
    assertThat(messages.at("/items/0/text").asText()).contains("does anybody interpret");
    JsonNode files = worker.get(REFERRALS + "/" + id + "/attachments").expect(200).json();
    assertThat(files.at("/items/0/title").asText()).isEqualTo("Letter to the court");
  }

  private static String referred(StaffSession worker) throws Exception {
    String caseId = new PreparedCases(worker, "peshawar").open("بلال", "نظر گل", "arab").id();
    JsonNode service =
        worker
            .get("/api/referrals/v1/services?category=legal-aid&districtCode=peshawar")
            .expect(200)
            .json()
            .get("items")
            .get(0);
    for (String giver : new String[] {"caregiver", "child"}) {
      worker
          .create(
              "/api/cases/v1/cases/" + caseId + "/consents",
              """
              {"purpose":"share-information","agencyId":"%s","decision":"given","givenBy":"%s",
               "method":"thumbprint","person":{"name":"Invented caregiver","relation":"aunt"},
               "witness":"Invented colleague","language":"ps","happenedAt":"%s"}"""
                  .formatted(
                      service.get("agencyId").asText(), giver, Instant.now().minusSeconds(20)))
          .expect(201);
    }
    String body =
        """
        {"caseId":"%s","serviceId":"%s","priority":"high","reasonCode":"service-needed",
         "packet":{"ageBand":"12-14","sex":"male","language":"ps","safeContact":"Through the teacher",
                   "safetyWarnings":"The employer must not know.","requestText":"Legal advice on wages."},
         "authoredAt":"%s"}"""
            .formatted(caseId, service.get("id").asText(), Instant.now().minusSeconds(10));
    Answer sent =
        Awaitility.await("case and consent arrive")
            .atMost(RunningPlatform.PATIENCE)
            .until(() -> worker.create(REFERRALS, body), answer -> answer.status() == 201);
    return sent.json().get("id").asText();
  }

  /** The worker reads what came of it, and has told the family. */
  private static void closedOnceAnswered(StaffSession worker, String id, Process program)
      throws IOException, InterruptedException {
    String path = REFERRALS + "/" + id;
    Answer answered =
        Awaitility.await("the agency's answer")
            .atMost(RunningPlatform.PATIENCE)
            .pollInterval(Duration.ofMillis(500))
            .until(
                () -> worker.get(path).expect(200),
                now -> !program.isAlive() || now.json().get("status").asText().equals("completed"));
    if (program.isAlive()) {
      worker
          .change(
              path + "/loop-closure",
              answered.etag(),
              "{\"happenedAt\":\"%s\",\"note\":\"The aunt was told.\"}".formatted(Instant.now()))
          .expect(200);
    }
  }

  private static Process begun(Path folder, String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(LOG.toFile())
        .start();
  }

  /** What the program said; its failure is this test's. */
  private static String ended(Process program) throws IOException, InterruptedException {
    boolean ended = program.waitFor(5, TimeUnit.MINUTES);
    if (!ended) {
      program.destroyForcibly();
    }
    String said = Files.readString(LOG);
    assertThat(ended && program.exitValue() == 0).as(said).isTrue();
    return said;
  }
}
