package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.local.DeploymentFiles.COMPOSE;
import static org.hifazat.local.DeploymentFiles.KUBERNETES;
import static org.hifazat.local.DeploymentFiles.map;
import static org.hifazat.local.DeploymentFiles.names;
import static org.hifazat.local.DeploymentFiles.texts;
import static org.hifazat.local.DeploymentFiles.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Mail and text messages are set up alike in both deployments, and no secret stands in a file of
 * ours.
 */
class OutsideTest {
  private static final Pattern NAME =
      Pattern.compile("name: (HIFAZAT_NOTICE_\\w+), valueFrom: \\{secretKeyRef");

  @Test
  void laidOverTheOtherFileOnlyReferralServiceGetsAWayOut() {
    Composition alone = Composition.of(Map.of(), "compose.yaml");
    Composition both = Composition.of(Map.of(), "compose.yaml", "compose.outside.yaml");
    Map<String, Object> before = map(alone.services().get("referral-service"));
    Map<String, Object> after = map(both.services().get("referral-service"));
    assertThat(texts(after.get("networks"))).containsExactly("referrals", "outside");
    assertThat(both.internal("referrals")).isTrue();
    assertThat(both.internal("outside")).isFalse();
    assertThat(map(after.get("environment")))
        .containsAllEntriesOf(map(before.get("environment")))
        .hasSizeGreaterThan(map(before.get("environment")).size());
    assertThat(texts(after.get("volumes"))).isEqualTo(texts(before.get("volumes")));
    both.services()
        .forEach(
            (name, service) -> {
              if (!name.equals("referral-service")) {
                assertThat(service).as(name).isEqualTo(alone.services().get(name));
                assertThat(texts(service.get("networks"))).as(name).doesNotContain("outside");
              }
            });
  }

  @Test
  void everySecretOfTheOperatorsIsAFileAndOnlyThePasswordIsAskedOfEverybody() {
    Composition both = Composition.of(Map.of(), "compose.yaml", "compose.outside.yaml");
    Map<String, Object> referrals = map(both.services().get("referral-service"));
    assertThat(texts(referrals.get("secrets")))
        .containsExactlyInAnyOrderElementsOf(both.secrets().keySet())
        .allSatisfy(
            name ->
                assertThat(map(referrals.get("environment")))
                    .containsValue("/run/secrets/" + name));
    assertThat(both.secret("smtp-password")).isEqualTo(COMPOSE.resolve("./smtp-password"));
    assertThat(both.secret("smtp-authority")).hasToString("/dev/null");
    assertThat(both.secret("sms-authorization")).hasToString("/dev/null");
  }

  @Test
  void composeAndKubernetesAreToldTheSameAndSecretsByReference() throws IOException {
    Map<String, Object> referrals =
        map(
            map(yaml(COMPOSE.resolve("compose.outside.yaml"), Map.of()).get("services"))
                .get("referral-service"));
    Map<String, Object> environment = map(referrals.get("environment"));
    Map<String, Object> data =
        map(
            DeploymentFiles.ofKind("ConfigMap").stream()
                .filter(one -> "hifazat-notices".equals(map(one.get("metadata")).get("name")))
                .findFirst()
                .orElseThrow()
                .get("data"));
    Set<String> secrets = new TreeSet<>();
    Matcher named =
        NAME.matcher(Files.readString(KUBERNETES.resolve("outside/kustomization.yaml")));
    while (named.find()) {
      secrets.add(named.group(1));
    }
    assertThat(secrets)
        .containsExactly(
            "HIFAZAT_NOTICE_SMS_GATEWAY_AUTHORIZATION", "HIFAZAT_NOTICE_SMTP_PASSWORD");
    assertThat(data.keySet()).doesNotContainAnyElementsOf(secrets);
    Set<String> all = new TreeSet<>(data.keySet());
    all.addAll(secrets);
    assertThat(names(environment)).isEqualTo(all);
    assertThat(secrets)
        .allSatisfy(
            secret ->
                assertThat(String.valueOf(environment.get(secret + "_FILE"))).startsWith("/run/"));
  }
}
