package org.hifazat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.platform.testing.Calls.given;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakBackend;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class AgencyTest {
  private static final String AGENCY =
      """
      {"name":{"en":"Tank Shelter","ur":"ٹانک شیلٹر","ps":"د ټانک سرپناه"},"kind":"%s",
       "districtCodes":["%s"]}
      """;

  @Test
  void aRegisteredAgencyIsInTheDirectory() {
    String id = register();

    Http.as(Persona.SUPERVISOR)
        .get("/v1/agencies/" + id)
        .then()
        .statusCode(200)
        .body("name.ur", equalTo("ٹانک شیلٹر"))
        .body("districtCodes", equalTo(List.of("tank")));
    Http.as(Persona.HELPLINE_OPERATOR)
        .queryParam("limit", 100)
        .get("/v1/agencies")
        .then()
        .body("items.id", hasItem(id));
  }

  @Test
  void anAgencyIsASandboxOnlyWhenItIsRegisteredAsOne() {
    String body = AGENCY.formatted("shelter", "tank");
    Http.creating(Persona.COMMISSION_ADMIN, body.replace("\"kind\"", "\"sandbox\":true,\"kind\""))
        .post("/v1/agencies")
        .then()
        .statusCode(201)
        .body("sandbox", equalTo(true));
    Http.creating(Persona.COMMISSION_ADMIN, body)
        .post("/v1/agencies")
        .then()
        .statusCode(201)
        .body("sandbox", equalTo(false));
  }

  @Test
  void anAgencyOfNoKnownKindOrDistrictIsRefused() {
    Http.creating(Persona.COMMISSION_ADMIN, AGENCY.formatted("shelter", "atlantis"))
        .post("/v1/agencies")
        .then()
        .statusCode(422)
        .body("code", equalTo("district-unknown"));
    Http.creating(Persona.COMMISSION_ADMIN, AGENCY.formatted("circus", "tank"))
        .post("/v1/agencies")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/kind"));
  }

  @Test
  void anAgencysSystemSignsInWithItsOwnKeyAndNoOther() {
    String agency = register();
    String client = "tank-" + UUID.randomUUID();
    PartnerKey key = PartnerKey.make();
    registerSystem(agency, client, key.jwks()).then().statusCode(201);

    String token =
        Awaitility.await()
            .until(() -> signIn(client, key), answer -> answer.statusCode() == 200)
            .path("access_token");

    JsonPath claims = claims(token);
    assertThat(claims.getString("agency_id")).isEqualTo(agency);
    assertThat(claims.getString("aud")).isEqualTo("hifazat-partner-api");
    assertThat(claims.getList("roles")).isEqualTo(List.of("partner-system"));
    assertThat(signIn(client, PartnerKey.make()).statusCode()).isIn(400, 401);
  }

  /** Less than the agency, from the first token on, and no more than was asked for. */
  @Test
  void aSystemMayBeGivenLessThanItsAgencyAndItsTokensSaySo() {
    String agency = register();
    String client = "limited-" + UUID.randomUUID();
    PartnerKey key = PartnerKey.make();
    String systems = "/v1/agencies/" + agency + "/systems";
    String limits = "{\"scopes\":[%s],\"districtCodes\":[%s],\"categories\":[\"shelter\"]}";
    String body = "{\"clientId\":\"%s\",\"jwks\":%s,\"limits\":%s}";
    Http.creating(
            Persona.COMMISSION_ADMIN,
            body.formatted(client, key.jwks(), limits.formatted("\"write\"", "")))
        .post(systems)
        .then()
        .statusCode(400);
    Http.creating(
            Persona.COMMISSION_ADMIN,
            body.formatted(client, key.jwks(), limits.formatted("", "\"atlantis\"")))
        .post(systems)
        .then()
        .statusCode(422)
        .body("code", equalTo("district-unknown"));
    Response made =
        Http.creating(
                Persona.COMMISSION_ADMIN,
                body.formatted(
                    client,
                    key.jwks(),
                    limits.formatted("\"read\",\"answer\"", "\"tank\",\"bannu\"")))
            .post(systems);
    made.then().statusCode(201).body("limits.scopes", equalTo(List.of("answer", "read")));
    awaitSignIn(client, key);
    JsonPath claims = claims(signIn(client, key).path("access_token"));
    assertThat(claims.getString("partner_scopes")).isEqualTo("answer read");
    assertThat(claims.getString("partner_districts")).isEqualTo("bannu tank");
    assertThat(claims.getString("partner_categories")).isEqualTo("shelter");

    String path = systems + "/" + made.path("id") + "/limits";
    limit(path, "\"v9\"", limits.formatted("", "")).then().statusCode(412);
    limit(path, made.header("ETag"), limits.formatted("\"read\"", ""))
        .then()
        .statusCode(200)
        .body("limits.districtCodes", equalTo(List.of()));
    Awaitility.await("the next token has the new limits")
        .until(
            () -> claims(signIn(client, key).path("access_token")).getString("partner_scopes"),
            "read"::equals);
    assertThat(claims(signIn(client, key).path("access_token")).getString("partner_districts"))
        .isNull();
    limit(path.replace(agency, new UUID(0, 0).toString()), "\"v1\"", limits.formatted("", ""))
        .then()
        .statusCode(404);
  }

  private static Response limit(String path, String etag, String body) {
    return Http.as(Persona.COMMISSION_ADMIN)
        .contentType("application/json")
        .header("If-Match", etag)
        .body(body)
        .put(path);
  }

  /** The new key is added, then used, then the old one is left out: nobody waits at any time. */
  @Test
  void aKeyIsReplacedWithoutAnHourInWhichNeitherSignsIn() {
    String agency = register();
    String client = "rotating-" + UUID.randomUUID();
    PartnerKey old = PartnerKey.make("old");
    PartnerKey fresh = PartnerKey.make("new");
    Response registered = registerSystem(agency, client, old.jwks());
    String path = "/v1/agencies/" + agency + "/systems/" + registered.path("id");
    awaitSignIn(client, old);
    String both = "{\"keys\":[" + old.jwk() + "," + fresh.jwk() + "]}";
    replace(path, "\"v7\"", both).then().statusCode(412);
    String etag = Http.as(Persona.COMMISSION_ADMIN).get(path).header("ETag");
    Response added = replace(path, etag, both);
    added.then().statusCode(200);
    awaitSignIn(client, fresh);
    assertThat(signIn(client, old).statusCode()).as("both are good").isEqualTo(200);
    replace(path, added.header("ETag"), fresh.jwks()).then().statusCode(200);
    Awaitility.await("the old key ends").until(() -> signIn(client, old).statusCode() != 200);
    assertThat(signIn(client, fresh).statusCode()).isEqualTo(200);
    replace(path, "\"v2\"", "{\"keys\":[]}")
        .then()
        .statusCode(422)
        .body("code", equalTo("keys-not-usable"));
    replace(path.replace(agency, UUID.randomUUID().toString()), "\"v2\"", both)
        .then()
        .statusCode(404);
  }

  private static Response replace(String path, String etag, String jwks) {
    return Http.as(Persona.COMMISSION_ADMIN)
        .contentType("application/json")
        .header("If-Match", etag)
        .body("{\"jwks\":" + jwks + "}")
        .put(path + "/keys");
  }

  private static void awaitSignIn(String client, PartnerKey key) {
    Awaitility.await("signed in by " + key.kid())
        .until(() -> signIn(client, key).statusCode() == 200);
  }

  @Test
  void keysThatGiveAwayTheirSecretAreRefused() {
    String agency = register();
    String jwks = PartnerKey.make().jwks();

    for (String bad :
        new String[] {
          jwks.replace("\"kty\"", "\"d\":\"AQAB\",\"kty\""),
          jwks.replace("\"RSA\"", "\"oct\""),
          jwks.replaceAll("\"n\":\"[^\"]*\"", "\"n\":\"AQAB\""),
          "{\"keys\":[]}"
        }) {
      registerSystem(agency, "x-" + UUID.randomUUID(), bad)
          .then()
          .statusCode(422)
          .body("code", equalTo("keys-not-usable"));
    }
    Http.as(Persona.COMMISSION_ADMIN)
        .get("/v1/agencies/" + agency + "/systems")
        .then()
        .body("items", equalTo(List.of()));
  }

  @Test
  void aClientIdOfThePlatformOrOfAnotherSystemIsRefused() {
    String agency = register();
    String client = "twice-" + UUID.randomUUID();
    String jwks = PartnerKey.make().jwks();
    registerSystem(agency, client, jwks).then().statusCode(201);

    for (String taken : new String[] {client, "gateway", "identity-provisioning"}) {
      registerSystem(agency, taken, jwks)
          .then()
          .statusCode(409)
          .body("code", equalTo("client-id-taken"));
    }
    registerSystem(new UUID(0, 0).toString(), "nobody-" + UUID.randomUUID(), jwks)
        .then()
        .statusCode(404);
  }

  private static String register() {
    return Http.creating(Persona.COMMISSION_ADMIN, AGENCY.formatted("shelter", "tank"))
        .post("/v1/agencies")
        .then()
        .statusCode(201)
        .header("ETag", not(equalTo("")))
        .extract()
        .path("id");
  }

  private static Response registerSystem(String agency, String client, String jwks) {
    return Http.creating(
            Persona.COMMISSION_ADMIN, "{\"clientId\":\"%s\",\"jwks\":%s}".formatted(client, jwks))
        .post("/v1/agencies/" + agency + "/systems");
  }

  private static Response signIn(String client, PartnerKey key) {
    String realm = KeycloakBackend.url() + "/realms/hifazat";
    return given()
        .formParam("grant_type", "client_credentials")
        .formParam(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .formParam("client_assertion", key.assertion(client, realm))
        .post(realm + "/protocol/openid-connect/token");
  }

  private static JsonPath claims(String token) {
    return new JsonPath(
        new String(
            Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
  }
}
