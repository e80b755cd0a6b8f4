package org.hifazat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.platform.testing.Calls.given;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@HifazatTest(service = "web", kafka = false, keycloak = false)
class ProblemsTest {

  @TestHTTPResource URI things;

  private static final String KEY = "0198c0de-0000-4000-8000-00000000000a";

  @Test
  void aGoodRequestIsAnsweredWithoutNulls() {
    given()
        .get("/v1/things/" + ThingResource.SEVEN)
        .then()
        .statusCode(200)
        .body(
            equalTo(
                "{\"id\":\"00000000-0000-0000-0000-000000000007\","
                    + "\"madeAt\":\"2026-03-01T00:00:00.123456Z\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?label=%00", "/%00", "?label=a%0Ab", "/x%7Fy", "?%1b=1"})
  void anAddressWithControlCharactersIsRefusedAndNotOurFault(String address) {
    problem(
        given().urlEncodingEnabled(false).get("/v1/things" + address).then(), 400, "bad-request");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/things?a=%zz, false",
    "/v1/things?a=%, false",
    "/v1/things/%4, false",
    "/v1/things?a=%20%2500%D9%86%7e, true",
    "/v1/things?a=01&b=7f, true"
  })
  void whatIsNoPercentEncodingIsRefusedAndLettersOfAnyScriptAreNot(
      String address, boolean readable) {
    assertThat(ReadableAddress.isReadable(address)).isEqualTo(readable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"label\":",
        "{\"label\":\"x\"",
        "no json",
        "{\"label\":\"x\",\"weight\":1}}",
        "{'label':1}"
      })
  void malformedJsonIsRefused(String body) {
    problem(post(body), 400, "malformed-json");
  }

  @Test
  void aBodyAfterTheBodyAndADoubledFieldAreRefused() {
    post("{\"label\":\"x\",\"weight\":1} {}").statusCode(400);
    post("{\"label\":\"x\",\"weight\":1,\"weight\":2}").statusCode(400);
  }

  @Test
  void anUnknownFieldIsPointedAt() {
    problem(post("{\"label\":\"x\",\"weight\":1,\"lable\":\"y\"}"), 400, "unknown-field")
        .body("errors[0].pointer", equalTo("/lable"));
    problem(
            post("{\"label\":\"x\",\"weight\":1,\"parts\":[{\"code\":\"a\"},{\"a/b\":1}]}"),
            400,
            "unknown-field")
        .body("errors[0].pointer", equalTo("/parts/1/a~1b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"label\":\"x\",\"weight\":\"heavy-secret\"} | /weight | expected-int",
        "{\"label\":\"x\",\"weight\":1.5} | /weight | expected-int",
        "{\"label\":\"x\",\"weight\":null} | /weight | expected-int",
        "{\"label\":7,\"weight\":1} | /label | expected-string",
        "{\"label\":{},\"weight\":1} | /label | expected-string",
        "{\"label\":\"x\",\"weight\":1,\"colour\":\"heavy-secret\"} | /colour | unknown-code",
        "{\"label\":\"x\",\"weight\":1,\"colour\":0} | /colour | unknown-code",
        "{\"label\":\"x\",\"weight\":1,\"madeAt\":\"heavy-secret\"} | /madeAt | expected-instant",
        "{\"label\":\"x\",\"weight\":1,\"madeAt\":1700000000} | /madeAt | expected-instant",
        "{\"label\":\"x\",\"weight\":1,\"madeAt\":\"+10000-01-01T00:00:00Z\"} | /madeAt | expected-instant",
        "{\"label\":\"x\\u0000\",\"weight\":1} | /label | expected-string",
        "{\"label\":\"x\",\"weight\":1,\"parts\":[{\"code\":[]}]} | /parts/0/code | expected-string"
      })
  void aWrongTypeIsPointedAtWithoutItsValue(String body, String pointer, String code) {
    problem(post(body), 400, "invalid-type")
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code))
        .body(not(containsString("secret")));
  }

  @Test
  void brokenConstraintsAreAllNamedWithoutTheirValues() {
    String label = "secret".repeat(10);
    problem(
            post(
                "{\"label\":\"%s\",\"weight\":10,\"parts\":[{\"code\":\"a\"},{\"code\":\" \"},null]}"
                    .formatted(label)),
            400,
            "invalid-value")
        .body("errors.pointer", equalTo(List.of("/label", "/parts/1/code", "/parts/2", "/weight")))
        .body("errors.code", equalTo(List.of("size", "not-blank", "not-null", "max")))
        .body(not(containsString("secret")));
  }

  @Test
  void anEmptyBodyIsRefusedAsAWhole() {
    problem(post(""), 400, "invalid-value").body("errors[0].pointer", equalTo(""));
  }

  @Test
  void aQueryParameterIsPointedAtByName() {
    problem(given().get("/v1/things?weight=0").then(), 400, "invalid-value")
        .body("errors[0].pointer", equalTo("/weight"))
        .body("errors[0].code", equalTo("min"));
  }

  @Test
  void anUnreadablePathOrQueryParameterNamesNothing() {
    problem(given().get("/v1/things/secret-id").then(), 404, "not-found")
        .body(not(containsString("secret")));
  }

  @Test
  void absentAndUnservedLookAlike() {
    problem(
        given().get("/v1/things/00000000-0000-0000-0000-000000000008").then(), 404, "not-found");
    problem(given().get("/v1/nothing").then(), 404, "not-found");
    problem(given().get("/").then(), 404, "not-found");
  }

  @Test
  void wrongMethodMediaTypeAndAcceptAreProblems() {
    problem(given().delete("/v1/things").then(), 405, "method-not-allowed");
    problem(
        given().contentType("text/csv").body("a,b").post("/v1/things").then(),
        415,
        "unsupported-media-type");
    problem(given().accept("text/csv").get("/v1/things").then(), 406, "not-acceptable");
  }

  @Test
  void aBodyOverTheLimitIsRefusedWhetherAnnouncedOrNot() throws IOException, InterruptedException {
    String large = "{\"label\":\"" + "x".repeat(20_000) + "\",\"weight\":1}";
    problem(post(large), 413, "body-too-large");
    assertThat(chunked(large)).contains("413").contains("body-too-large");
    assertThat(chunked("{\"label\":\"x\",\"weight\":1}")).contains("201");
    post("{\"label\":\"" + "x".repeat(7_000) + "\",\"weight\":1}").statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({
    "plain, 500, internal",
    "web, 500, internal",
    "error, 500, internal",
    "teapot, 400, bad-request",
    "forbidden, 403, forbidden",
    "lost-update, 412, stale",
    "wrapped, 422, unprocessable",
    "taken, 409, conflict",
    "database, 503, service-unavailable"
  })
  void whatAnExceptionSaysStaysInside(String kind, int status, String code) {
    ValidatableResponse answer = given().get("/v1/things/poison/" + kind).then();
    problem(answer, status, code).body(not(containsString("marker-7f3a")));
    assertThat(answer.extract().headers().toString()).doesNotContain("marker-7f3a");
  }

  @Test
  void whoIsNotSignedInGetsNoBody() {
    String body =
        given().get("/v1/things/poison/unauthorized").then().statusCode(401).extract().asString();
    assertThat(body).isEmpty();
  }

  @Test
  void aFaultIsLoggedWithoutItsMessages() {
    try (RecordedLog log = RecordedLog.of(RequestFaults.class)) {
      given().get("/v1/things/poison/plain").then().statusCode(500);
      assertThat(log.text())
          .contains("java.lang.IllegalStateException")
          .contains("Caused by: java.lang.IllegalArgumentException")
          .contains("ThingResource.poison")
          .doesNotContain("marker-7f3a");
    }
  }

  @Test
  void whoeverWasQuickerIsLoggedWithoutWhatTheyTook() {
    try (RecordedLog log = RecordedLog.of(RequestFaults.class)) {
      ValidatableResponse answer = given().get("/v1/things/poison/taken").then();
      problem(answer, 409, "conflict").body("errors", nullValue());
      assertThat(log.text())
          .contains("java.sql.SQLException [23505]")
          .doesNotContain("marker-7f3a");
    }
  }

  @Test
  void aPassingFaultSaysWhenToComeBack() {
    assertThat(given().get("/v1/things/poison/database").header("Retry-After")).isEqualTo("1");
    assertThat(given().get("/v1/things/poison/plain").header("Retry-After")).isNull();
  }

  private String chunked(String body) throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(things.resolve("/v1/things"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", KEY)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }

  private static RequestSpecification creating() {
    return given().contentType(ContentType.JSON).header("Idempotency-Key", KEY);
  }

  private static ValidatableResponse post(String body) {
    return creating().body(body).post("/v1/things").then();
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .body("code", equalTo(code))
        .body("type", equalTo("/problems/" + code))
        .body("status", equalTo(status));
  }
}
