package org.hifazat.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hifazat.platform.embedded.EmbeddedServer;
import org.hifazat.platform.embedded.KafkaBroker;
import org.hifazat.platform.embedded.KeycloakServer;
import org.hifazat.platform.embedded.PostgresServer;
import org.hifazat.platform.persistence.keys.KeyFiles;

/** Makes each component's server with the configuration names all deployments share. */
final class Servers {

  static final String PARTNER_CLIENT = "legal-aid-peshawar";
  private static final String REALM = "hifazat";
  private static final String GATEWAY_CLIENT = "gateway-client";
  private static final String PROVISIONING_CLIENT = "identity-provisioning-client";

  private final Installation installation;
  private final Secrets secrets;

  Servers(Installation installation) {
    this.installation = installation;
    this.secrets = new Secrets(installation.keys());
  }

  EmbeddedServer of(Component component) {
    return switch (component) {
      case POSTGRES -> postgres();
      case KAFKA ->
          new KafkaBroker(
              new KafkaBroker.Settings(
                  installation.data().resolve("kafka"),
                  installation.port(Component.KAFKA),
                  installation.port(Component.KAFKA) + 1,
                  installation.log(Component.KAFKA)));
      case KEYCLOAK -> keycloak();
      case IDENTITY, CASES, ASSESSMENTS, REFERRALS, MONITORING, GATEWAY ->
          new ServiceServer(installation, component, environment(component));
    };
  }

  /** The one password of all demonstration accounts. */
  String demoPassword() {
    return secrets.readable("demo-password");
  }

  /** Makes databases and roles; to be called each time PostgreSQL has become ready. */
  void makeDatabases(PostgresServer postgres) {
    for (String database : Component.DATABASES) {
      postgres.createDatabase(database, ownerPassword(database), appPassword(database));
    }
  }

  private PostgresServer postgres() {
    return new PostgresServer(
        new PostgresServer.Settings(
            installation.data().resolve("pg"),
            installation.port(Component.POSTGRES),
            installation.log(Component.POSTGRES),
            secrets.of("postgres-superuser"),
            List.of("max_connections=200")));
  }

  private KeycloakServer keycloak() {
    Path realm = installation.root().resolve("identity/src/main/keycloak/hifazat-realm.json");
    return new KeycloakServer(
        new KeycloakServer.Settings(
            installation.data().resolve("keycloak"),
            installation.port(Component.KEYCLOAK),
            Component.KEYCLOAK.managementPort(installation.base()),
            installation.log(Component.KEYCLOAK),
            jdbcUrl("keycloak"),
            "keycloak_owner",
            ownerPassword("keycloak"),
            Optional.of(installation.address() + "/auth"),
            Files.exists(realm) ? Optional.of(realm) : Optional.empty(),
            realmPlaceholders(),
            secrets.of("keycloak-bootstrap-admin")));
  }

  Map<String, String> realmPlaceholders() {
    return Map.of(
        "HIFAZAT_PUBLIC_URL", installation.address(),
        "HIFAZAT_GATEWAY_INTERNAL_URL", "http://127.0.0.1:" + installation.port(Component.GATEWAY),
        "HIFAZAT_GATEWAY_CLIENT_SECRET", secrets.of(GATEWAY_CLIENT),
        "HIFAZAT_PROVISIONING_CLIENT_SECRET", secrets.of(PROVISIONING_CLIENT));
  }

  Map<String, String> environment(Component component) {
    String database = component.id();
    Path keys = installation.keys().resolve(component.id());
    KeyFiles.createMissing(keys);
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(installation.port(component)));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put(
        "QUARKUS_MANAGEMENT_PORT", Integer.toString(component.managementPort(installation.base())));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(database));
    environment.put("QUARKUS_DATASOURCE_USERNAME", database + "_app");
    environment.put("QUARKUS_DATASOURCE_PASSWORD", appPassword(database));
    environment.put("QUARKUS_FLYWAY_USERNAME", database + "_owner");
    environment.put("QUARKUS_FLYWAY_PASSWORD", ownerPassword(database));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + installation.port(Component.KAFKA));
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloakUrl() + "/realms/" + REALM);
    environment.put("QUARKUS_OIDC_TOKEN_ISSUER", installation.address() + "/auth/realms/" + REALM);
    environment.put("HIFAZAT_KEYS_DIRECTORY", keys.toString());
    environment.put("HIFAZAT_PUBLIC_URL", installation.address());
    // it would log each readiness check that comes too early
    environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "OFF");
    if (component == Component.IDENTITY) {
      environment.putAll(identity());
    }
    if (component == Component.REFERRALS) {
      environment.put(
          "HIFAZAT_NOTICE_WRITTEN_TO", installation.logs().resolve("notices.log").toString());
    }
    if (component == Component.GATEWAY) {
      environment.putAll(gateway());
    }
    return environment;
  }

  private Map<String, String> identity() {
    PartnerKey partner = PartnerKey.of(installation.keys(), PARTNER_CLIENT);
    return Map.of(
        "HIFAZAT_KEYCLOAK_URL", keycloakUrl(),
        "HIFAZAT_PROVISIONING_CLIENT_SECRET", secrets.of(PROVISIONING_CLIENT),
        "HIFAZAT_DEMO_PASSWORD", demoPassword(),
        "HIFAZAT_DEMO_PARTNER_JWKS", partner.publicJwks().toString(),
        // the demonstration accounts only: whoever tries the platform has no device enrolled
        "HIFAZAT_IDENTITY_SECOND_FACTOR", "optional");
  }

  private Map<String, String> gateway() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HIFAZAT_KEYCLOAK_URL", keycloakUrl());
    environment.put("HIFAZAT_GATEWAY_CLIENT_SECRET", secrets.of(GATEWAY_CLIENT));
    for (Component service : Component.values()) {
      if (service.service() && service != Component.GATEWAY) {
        environment.put(
            "HIFAZAT_SERVICES_" + service.name() + "_URL",
            "http://127.0.0.1:" + installation.port(service));
      }
    }
    return environment;
  }

  private String keycloakUrl() {
    return "http://127.0.0.1:" + installation.port(Component.KEYCLOAK) + "/auth";
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + installation.port(Component.POSTGRES) + "/" + database;
  }

  private String ownerPassword(String database) {
    return secrets.of("db-" + database + "-owner");
  }

  private String appPassword(String database) {
    return secrets.of("db-" + database + "-app");
  }
}
