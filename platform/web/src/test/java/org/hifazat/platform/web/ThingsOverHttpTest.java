package org.hifazat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.platform.testing.Calls.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every answer here is also held to the document that was generated from the code. */
@HifazatTest(service = "web", kafka = false, keycloak = false)
class ThingsOverHttpTest {

  private static final Path DOCUMENT = Path.of("target/things-openapi.yaml");
  private static final String THING = "/v1/things/" + ThingResource.SEVEN;
  private static final String KEY = "0198c0de-0000-4000-8000-0000000000aa";

  @BeforeAll
  static void writeTheDocument() throws IOException {
    try (InputStream generated =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("META-INF/quarkus-generated-openapi-doc.YAML")) {
      assertThat(generated).isNotNull();
      if (generated != null) {
        Files.write(DOCUMENT, generated.readAllBytes());
      }
    }
  }

  @Test
  void theDocumentIsOpenApi31AndNamesTheProblemsOfEachOperation() throws IOException {
    String document = Files.readString(DOCUMENT);
    assertThat(document).contains("openapi: 3.1.0").contains("Problem428").contains("Violation");
    String change = document.substring(document.indexOf("put:"));
    assertThat(change)
        .contains("Problem400", "Problem403", "Problem404", "Problem412", "Problem428", "\"401\"");
    String list =
        document.substring(document.indexOf("/v1/things:"), document.indexOf("/v1/things/poison"));
    assertThat(list).contains("get:").contains("post:").doesNotContain("Problem428");
  }

  @Test
  void onlyASensitiveOperationIsDocumentedToAskForAFreshSignIn() throws IOException {
    String document = Files.readString(DOCUMENT);
    String export = document.substring(document.indexOf("/v1/things/{id}/export:"));
    assertThat(export).contains("step-up-required");
    assertThat(document.replace("step-up-required", "")).hasSize(document.length() - 16);
  }

  @Test
  void nobodySignedInIsToldNothingAlsoWhereAFreshSignInIsAsked() {
    assertThat(given().filter(new ContractFilter(DOCUMENT)).get(THING + "/export").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aChangeWithTheCurrentTagPasses() {
    Response changed = change(ETags.of(7));
    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(changed.header("ETag")).isEqualTo("\"v8\"");
  }

  @Test
  void whoWasOvertakenIsToldBothVersions() {
    Response overtaken = change(ETags.of(6));
    refused(overtaken, 412, "stale");
    assertThat(overtaken.header("ETag")).isEqualTo("\"v7\"");
    assertThat(overtaken.jsonPath().getString("expectedVersion")).isEqualTo("\"v6\"");
    assertThat(overtaken.jsonPath().getString("currentVersion")).isEqualTo("\"v7\"");
  }

  @Test
  void aMissingOrWeakTagIsRefusedAndLearnsNoVersion() {
    Response unnamed = change(null);
    assertThat(unnamed.header("ETag")).isNull();
    assertThat(unnamed.jsonPath().getMap("")).doesNotContainKey("currentVersion");
    refused(change(null), 428, "precondition-required");
    refused(change("W/\"v7\""), 400, "precondition-malformed");
    refused(change("*"), 400, "precondition-malformed");
  }

  @Test
  void readingCreatingAndRefusingKeepTheContract() {
    assertThat(request().get(THING).statusCode()).isEqualTo(200);
    assertThat(request().get("/v1/things/00000000-0000-0000-0000-000000000009").statusCode())
        .isEqualTo(404);
    RequestSpecification creating = request().header("Idempotency-Key", KEY);
    assertThat(creating.body("{\"label\":\"x\",\"weight\":1}").post("/v1/things").statusCode())
        .isEqualTo(201);
    assertThat(request().body("{").post("/v1/things").statusCode()).isEqualTo(400);
    assertThat(request().get("/v1/things/poison/plain").statusCode()).isEqualTo(500);
  }

  @Test
  void followingTheLinksShowsEveryThingOnce() {
    List<String> seen = new ArrayList<>();
    String next = "/v1/things?limit=20&colour=dark%20red";
    int pages = 0;
    while (next != null) {
      Response page = request().urlEncodingEnabled(false).get(next);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.jsonPath().getMap("").keySet()).isEqualTo(java.util.Set.of("items"));
      seen.addAll(page.jsonPath().getList("items.label", String.class));
      pages++;
      String link = page.header("Link");
      if (link == null) {
        next = null;
      } else {
        assertThat(link).startsWith("<?").endsWith(">; rel=\"next\"").contains("colour=dark+red");
        next = URI.create("/v1/things").resolve(link.substring(1, link.indexOf('>'))).toString();
        next =
            next.startsWith("/v1/things") ? next : "/v1/things" + next.substring(next.indexOf('?'));
      }
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).isEqualTo(IntStream.range(0, 45).mapToObj(n -> "thing " + n).toList());
  }

  @Test
  void aTamperedCursorAndALimitOutOfRangeAreRefused() {
    String link = request().get("/v1/things").header("Link");
    String cursor = link.substring(link.indexOf("cursor=") + 7, link.indexOf('>'));
    char first = cursor.charAt(5) == 'A' ? 'B' : 'A';
    String tampered = cursor.substring(0, 5) + first + cursor.substring(6);
    assertThat(request().get("/v1/things?cursor=" + cursor).statusCode()).isEqualTo(200);
    refused(request().get("/v1/things?cursor=" + tampered), 400, "invalid-value");
    refused(request().get("/v1/things?limit=0"), 400, "invalid-value");
    refused(request().get("/v1/things?limit=101"), 400, "invalid-value");
    assertThat(request().get("/v1/things?limit=100").header("Link")).isNull();
  }

  private static RequestSpecification request() {
    return given().filter(new ContractFilter(DOCUMENT)).contentType(ContentType.JSON);
  }

  private static Response change(@Nullable String ifMatch) {
    RequestSpecification request = request().body("{\"label\":\"x\",\"weight\":1}");
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(THING);
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
  }
}
