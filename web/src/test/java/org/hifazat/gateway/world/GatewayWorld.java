package org.hifazat.gateway.world;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hifazat.platform.embedded.Ports;
import org.hifazat.platform.testing.KeycloakBackend;
import org.hifazat.platform.testing.KeycloakLine;
import org.jspecify.annotations.Nullable;

/** The gateway at a known address before a service that answers what it got; Monitoring is down. */
public class GatewayWorld implements QuarkusTestResourceLifecycleManager {
  // properties and not fields: tests see this class through another class loader
  private static final String PUBLIC_URL = "hifazat.test.gateway";
  private static final String UPSTREAM_URL = "hifazat.test.gateway.upstream";

  private static final int AFTER_THE_BACKENDS = 100;

  private final KeycloakLine keycloak = new KeycloakLine();
  private @Nullable Upstream upstream;

  @Override
  public int order() {
    return AFTER_THE_BACKENDS;
  }

  @Override
  public Map<String, String> start() {
    int port = Ports.free();
    String publicUrl = "http://localhost:" + port;
    KeycloakBackend.servePublicUrl(publicUrl);
    Upstream started = Upstream.start();
    upstream = started;
    System.setProperty(PUBLIC_URL, publicUrl);
    System.setProperty(UPSTREAM_URL, started.url());
    Map<String, String> settings = new HashMap<>(keycloak.start());
    settings.put(
        "quarkus.oidc.auth-server-url", settings.get("hifazat.keycloak.url") + "/realms/hifazat");
    settings.put("quarkus.http.test-port", Integer.toString(port));
    settings.put("quarkus.management.test-port", Integer.toString(Ports.free()));
    settings.put("hifazat.public.url", publicUrl);
    settings.put("hifazat.gateway.issuer", publicUrl + "/auth/realms/hifazat");
    for (String service : new String[] {"identity", "cases", "assessments", "referrals"}) {
      settings.put("hifazat.services." + service + ".url", started.url());
    }
    settings.put("hifazat.services.monitoring.url", "http://127.0.0.1:" + Ports.free());
    // longer than a busy machine takes for any answer; one test waits for it
    settings.put("hifazat.gateway.timeouts.silence", "8s");
    settings.put("hifazat.gateway.timeouts.connect", "30s");
    settings.put("hifazat.gateway.limits.sign-in.burst", "200");
    settings.put("hifazat.keys.directory", "target/keys");
    return settings;
  }

  @Override
  public void stop() {
    keycloak.stop();
    if (upstream != null) {
      upstream.close();
    }
  }

  /** The address browsers use. */
  public static String publicUrl() {
    return Objects.requireNonNull(System.getProperty(PUBLIC_URL));
  }

  /** How many requests reached a service so far. */
  public static int taken() {
    HttpRequest question =
        HttpRequest.newBuilder(
                URI.create(Objects.requireNonNull(System.getProperty(UPSTREAM_URL)) + "/taken"))
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return Integer.parseInt(http.send(question, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
