package org.hifazat.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

  private static final String REALM =
      """
      {"realm": "${TRIAL_NAME}", "enabled": true}
      """;

  @TempDir Path folder;
  private final int port = Ports.free();

  @Test
  void postgresKeepsItsDataOverAStopAndOverAKill() throws SQLException {
    try (PostgresServer postgres = postgres()) {
      postgres.start();
      try (Connection connection = postgres.connect("postgres")) {
        connection.createStatement().execute("create table kept (id int primary key)");
        connection.createStatement().execute("insert into kept values (1)");
      }
      postgres.stop();
      assertThat(postgres.alive()).isFalse();
      postgres.start();
      assertThat(count(postgres, "kept")).isEqualTo(1);
      postgres.kill();
      assertThat(postgres.alive()).isFalse();
      postgres.start();
      assertThat(count(postgres, "kept")).isEqualTo(1);
    }
  }

  @Test
  void postgresTakesOverFromAServerWhoseLauncherWasKilled() throws SQLException {
    try (PostgresServer orphan = postgres();
        PostgresServer next = postgres()) {
      orphan.start();
      next.start();
      assertThat(orphan.alive()).isFalse();
      assertThat(count(next, "pg_database")).isPositive();
    }
  }

  @Test
  void postgresStartsOverAPidFileThatNamesAnotherProcess() throws Exception {
    try (PostgresServer postgres = postgres()) {
      postgres.start();
      postgres.kill();
      Path pidFile = folder.resolve("pg/postmaster.pid");
      Files.writeString(
          pidFile, ProcessHandle.current().pid() + "\n" + folder.resolve("pg") + "\n");
      postgres.start();
      assertThat(count(postgres, "pg_database")).isPositive();
    }
  }

  @Test
  void theApplicationRoleConnectsButMayNotCreateATable() throws SQLException {
    try (PostgresServer postgres = postgres()) {
      postgres.start();
      postgres.createDatabase("trial", "owner-secret", "first");
      postgres.createDatabase("trial", "owner-secret", "second");
      String url = postgres.jdbcUrl("trial");
      try (Connection owner = DriverManager.getConnection(url, "trial_owner", "owner-secret")) {
        owner.createStatement().execute("create table fact (id int)");
      }
      try (Connection app = DriverManager.getConnection(url, "trial_app", "second")) {
        assertThatThrownBy(() -> app.createStatement().execute("create table other (id int)"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app.createStatement().execute("select * from fact"))
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> DriverManager.getConnection(url, "trial_app", "first"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aServerWithAWrongParameterIsReportedWithTheLastLinesOfItsLog() {
    PostgresServer.Settings wrong =
        new PostgresServer.Settings(
            folder.resolve("pg"),
            port,
            folder.resolve("log/postgres.log"),
            "secret",
            List.of("no_such=1"));
    try (PostgresServer postgres = new PostgresServer(wrong)) {
      assertThatThrownBy(postgres::start)
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("postgres.log")
          .hasMessageContaining("no_such");
      assertThat(postgres.alive()).isFalse();
    }
  }

  @Test
  void aForeignServerOnThePortIsNotMistakenForOurs() {
    try (PostgresServer first = postgres()) {
      first.start();
      PostgresServer second =
          new PostgresServer(
              PostgresServer.Settings.forTests(
                  folder.resolve("other"), first.port(), folder.resolve("log/other.log")));
      assertThatThrownBy(second::start)
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("already taken");
      assertThat(second.alive()).isFalse();
    }
  }

  @Test
  void kafkaStartsAgainOnTheSameDataAfterAKill() {
    KafkaBroker.Settings settings =
        new KafkaBroker.Settings(
            folder.resolve("kafka"), Ports.free(), Ports.free(), folder.resolve("log/kafka.log"));
    try (KafkaBroker kafka = new KafkaBroker(settings)) {
      kafka.start();
      assertThat(Ports.open(kafka.port())).isTrue();
      kafka.kill();
      assertThat(Ports.open(kafka.port())).isFalse();
      kafka.start();
      assertThat(Ports.open(kafka.port())).isTrue();
    }
  }

  @Test
  void keycloakImportsTheRealmOnceFillsItsPlaceholdersAndKeepsSessionsOverAKill() throws Exception {
    try (PostgresServer postgres = postgres()) {
      postgres.start();
      postgres.createDatabase("keycloak", "owner-secret", "app-secret");
      Path realm = Files.writeString(folder.resolve("realm.json"), REALM);
      try (KeycloakServer keycloak = keycloak(postgres, realm)) {
        keycloak.start();
        assertThat(get(keycloak.url() + "/realms/trial")).contains("\"trial\"");
        String refreshing =
            "grant_type=refresh_token&refresh_token="
                + refreshToken(
                    token(
                        keycloak,
                        "grant_type=password&username=%s&password=bootstrap-secret"
                            .formatted(KeycloakServer.BOOTSTRAP_ADMIN)));
        keycloak.kill();
        keycloak.start();
        assertThat(get(keycloak.url() + "/realms/trial")).contains("\"trial\"");
        assertThat(token(keycloak, refreshing)).contains("\"access_token\"");
      }
    }
  }

  private KeycloakServer keycloak(PostgresServer postgres, Path realm) {
    return new KeycloakServer(
        new KeycloakServer.Settings(
            folder.resolve("keycloak"),
            Ports.free(),
            Ports.free(),
            folder.resolve("log/keycloak.log"),
            postgres.jdbcUrl("keycloak"),
            "keycloak_owner",
            "owner-secret",
            Optional.empty(),
            Optional.of(realm),
            Map.of("TRIAL_NAME", "trial"),
            "bootstrap-secret"));
  }

  private static String token(KeycloakServer keycloak, String form) throws Exception {
    return answer(
        HttpRequest.newBuilder(
                URI.create(keycloak.url() + "/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("client_id=admin-cli&" + form)));
  }

  private static String refreshToken(String answer) {
    return answer.replaceFirst("(?s).*\"refresh_token\" *: *\"([^\"]+)\".*", "$1");
  }

  private static String get(String address) throws Exception {
    return answer(HttpRequest.newBuilder(URI.create(address)));
  }

  private static String answer(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private PostgresServer postgres() {
    return new PostgresServer(
        PostgresServer.Settings.forTests(
            folder.resolve("pg"), port, folder.resolve("log/postgres.log")));
  }

  private static int count(PostgresServer postgres, String table) throws SQLException {
    try (Connection connection = postgres.connect("postgres");
        var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
