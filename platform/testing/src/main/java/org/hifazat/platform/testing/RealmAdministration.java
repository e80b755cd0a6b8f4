package org.hifazat.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts into a running Keycloak's realm what only tests need: a client that takes passwords, an
 * account per {@link Persona} and a client per partner system. The realm as shipped has none of
 * them, and no client with the password grant.
 */
final class RealmAdministration {
  static final String CLIENT = "hifazat-tests";
  static final String BRIEF_CLIENT = "hifazat-tests-brief";
  static final String SECRET = "only-for-the-tests-of-this-machine";

  private static final String REALM = "hifazat";
  private static final String CLIENTS = REALM + "/clients";
  private static final String QUICK = "hashAlgorithm(pbkdf2-sha512) and hashIterations(1)";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String url;
  private final String password;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Patience.LONG)
          .build();

  /**
   * @param url with /auth
   * @param password of the bootstrap administrator
   */
  RealmAdministration(String url, String password) {
    this.url = url;
    this.password = password;
  }

  /** Adds clients and accounts; those already there stay. */
  void prepareForTests() {
    String administrator = administrator();
    makePasswordsQuickly(administrator, "master");
    makePasswordsQuickly(administrator, REALM);
    List<Map<String, Object>> clients =
        List.of(
            Map.of(
                "clientId", CLIENT,
                "secret", SECRET,
                "publicClient", false,
                "standardFlowEnabled", false,
                "directAccessGrantsEnabled", true,
                "fullScopeAllowed", false,
                "defaultClientScopes", List.of("hifazat-session", "hifazat-staff")),
            Map.of(
                "clientId",
                BRIEF_CLIENT,
                "secret",
                SECRET,
                "publicClient",
                false,
                "standardFlowEnabled",
                false,
                "directAccessGrantsEnabled",
                true,
                "fullScopeAllowed",
                false,
                "attributes",
                Map.of("access.token.lifespan", "1"),
                "defaultClientScopes",
                List.of("hifazat-session", "hifazat-staff")));
    List<Map<String, Object>> partners =
        personas(true).stream().map(RealmAdministration::partner).toList();
    clients.forEach(client -> create(administrator, CLIENTS, client));
    partners.forEach(client -> create(administrator, CLIENTS, client));
    send(
        administrator,
        "POST",
        REALM + "/partialImport",
        Map.of(
            "ifResourceExists",
            "SKIP",
            "users",
            personas(false).stream().map(RealmAdministration::person).toList()));
  }

  /**
   * One round for a password, in front of what else the realm demands: each token of a test is a
   * sign-in, and the rounds of production took most of Keycloak's time.
   */
  private void makePasswordsQuickly(String administrator, String realm) {
    String demanded =
        read(raw(administrator, "GET", realm, null)).path("passwordPolicy").asString("");
    if (!demanded.startsWith(QUICK)) {
      send(
          administrator,
          "PUT",
          realm,
          Map.of("passwordPolicy", demanded.isEmpty() ? QUICK : QUICK + " and " + demanded));
    }
  }

  /**
   * A client whose tokens say when and how strongly the person signed in: the password grant, which
   * the tests sign in with, tells neither.
   */
  String clientOfSignIn(long epochSecond, int acr) {
    String name = CLIENT + '-' + acr + '-' + epochSecond;
    create(
        administrator(),
        CLIENTS,
        Map.of(
            "clientId",
            name,
            "secret",
            SECRET,
            "publicClient",
            false,
            "standardFlowEnabled",
            false,
            "directAccessGrantsEnabled",
            true,
            "fullScopeAllowed",
            false,
            "defaultClientScopes",
            List.of("hifazat-staff"),
            "protocolMappers",
            List.of(
                mapper("subject", "oidc-sub-mapper", Map.of()),
                hardcoded("auth_time", Long.toString(epochSecond), "long"),
                hardcoded("acr", Integer.toString(acr), "String"))));
    return name;
  }

  /** A system's client whose tokens say something besides, as those of a limited one do. */
  String clientSaying(Persona system, Map<String, String> claims) {
    Map<String, Object> client = new TreeMap<>(partner(system));
    String name = system.account() + '-' + Integer.toHexString(claims.hashCode());
    client.put("clientId", name);
    client.put(
        "protocolMappers",
        Stream.concat(
                Stream.of(
                    hardcoded("agency_id", system.agencyId().orElseThrow().toString(), "String")),
                claims.entrySet().stream()
                    .map(one -> hardcoded(one.getKey(), one.getValue(), "String")))
            .toList());
    create(administrator(), CLIENTS, client);
    return name;
  }

  private static Map<String, Object> hardcoded(String claim, String value, String type) {
    return mapper(
        claim,
        "oidc-hardcoded-claim-mapper",
        Map.of("claim.name", claim, "claim.value", value, "jsonType.label", type));
  }

  private static Map<String, Object> mapper(
      String name, String kind, Map<String, String> settings) {
    Map<String, String> config = new TreeMap<>(settings);
    config.put("access.token.claim", "true");
    return Map.of(
        "name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
  }

  /** Lets a person's sign-in return to an application at this address too. */
  void allowPublicUrl(String publicUrl) {
    String administrator = administrator();
    JsonNode client = send(administrator, "GET", CLIENTS + "?clientId=gateway", null).get(0);
    send(
        administrator,
        "PUT",
        CLIENTS + "/" + client.get("id").asString(),
        Map.of(
            "clientId",
            "gateway",
            "redirectUris",
            added(client.get("redirectUris").valueStream(), publicUrl + "/session/return"),
            "attributes",
            Map.of(
                "post.logout.redirect.uris",
                String.join(
                    "##",
                    added(
                        Stream.of(client.at("/attributes/post.logout.redirect.uris"))
                            .filter(one -> !one.isMissingNode()),
                        publicUrl + "/*")),
                "backchannel.logout.url",
                publicUrl + "/session/back-channel-logout")));
  }

  /** Others sign in by the same client at their own address. */
  private static List<String> added(Stream<JsonNode> before, String another) {
    return Stream.concat(
            before.flatMap(one -> Stream.of(one.asString().split("##"))), Stream.of(another))
        .distinct()
        .toList();
  }

  /** The token a client or person gets; the answer of the token endpoint must be 200. */
  String token(String realm, Map<String, String> form) {
    JsonNode answer =
        exchange(
            HttpRequest.newBuilder(
                    URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form))));
    return answer.get("access_token").asString();
  }

  private String administrator() {
    return token(
        "master",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            KeycloakBackend.ADMINISTRATOR,
            "password",
            password));
  }

  private static List<Persona> personas(boolean systems) {
    return Arrays.stream(Persona.values()).filter(one -> one.isSystem() == systems).toList();
  }

  private static Map<String, Object> person(Persona persona) {
    Map<String, List<String>> attributes = new TreeMap<>();
    persona.staffId().ifPresent(id -> attributes.put("staff_id", List.of(id.toString())));
    persona.unitId().ifPresent(id -> attributes.put("unit_id", List.of(id.toString())));
    persona.agencyId().ifPresent(id -> attributes.put("agency_id", List.of(id.toString())));
    return Map.of(
        "username", persona.account(),
        "enabled", true,
        "attributes", attributes,
        "realmRoles", persona.roles(),
        "credentials", List.of(Map.of("type", "password", "value", SECRET)));
  }

  private static Map<String, Object> partner(Persona persona) {
    String agency = persona.agencyId().orElseThrow().toString();
    return Map.of(
        "clientId",
        persona.account(),
        "secret",
        SECRET,
        "publicClient",
        false,
        "standardFlowEnabled",
        false,
        "serviceAccountsEnabled",
        true,
        "fullScopeAllowed",
        false,
        "defaultClientScopes",
        List.of("hifazat-session", "hifazat-partner"),
        "protocolMappers",
        List.of(hardcoded("agency_id", agency, "String")));
  }

  private void create(String token, String path, Map<String, Object> body) {
    HttpResponse<String> answer = raw(token, "POST", path, body);
    if (answer.statusCode() != 201 && answer.statusCode() != 409) {
      throw refused(answer);
    }
  }

  private JsonNode send(
      String token, String method, String path, @Nullable Map<String, Object> body) {
    return read(raw(token, method, path, body));
  }

  private HttpResponse<String> raw(
      String token, String method, String path, @Nullable Map<String, Object> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/admin/realms/" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return answer(request);
  }

  private JsonNode exchange(HttpRequest.Builder request) {
    return read(answer(request));
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Patience.LONG).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak at " + url + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw refused(answer);
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  private static IllegalStateException refused(HttpResponse<String> answer) {
    return new IllegalStateException(
        answer.request().method()
            + " "
            + answer.uri()
            + " was answered with "
            + answer.statusCode()
            + ": "
            + answer.body());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + '=' + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
