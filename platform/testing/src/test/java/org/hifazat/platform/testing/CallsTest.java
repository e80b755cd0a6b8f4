package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.CoreMatchers.equalTo;
import static org.hamcrest.CoreMatchers.hasItems;
import static org.hamcrest.CoreMatchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words mean what they mean in RestAssured, whoever speaks them. */
class CallsTest {
  private static final String DOCUMENT =
      """
      {"id":"a","n":3,"long":3000000000,"part":2.5,"yes":true,"none":null,"two-words":1,
       "child":{"names":{"given":"زرک"}},
       "items":[{"id":1,"tags":["x","y"]},{"id":2,"tags":[],"only":"here"},{"id":null}]}""";

  private static HttpServer server = server();
  private static final int BEFORE = RestAssured.port;

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void start() {
    server.createContext("/echo", CallsTest::echo);
    server.start();
    RestAssured.port = server.getAddress().getPort();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    RestAssured.port = BEFORE;
  }

  /** Answers the document, and in headers what it was asked. */
  private static void echo(HttpExchange exchange) throws IOException {
    byte[] body = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    String asked =
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.getResponseHeaders().add("X-Asked", asked);
    String trace = exchange.getRequestHeaders().getFirst("traceparent");
    exchange.getResponseHeaders().add("X-Trace", trace == null ? "none" : trace);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(201, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void aPlainRequestArrivesAsItWasSaid() {
    Response answer =
        Calls.given()
            .auth()
            .oauth2("token")
            .contentType(ContentType.JSON)
            .queryParam("since", "2026-01-01T00:00:00+05:00")
            .body("{}")
            .post("/echo/things?limit=2");

    assertThat(answer.header("x-asked"))
        .isEqualTo(
            "POST /echo/things?limit=2&since=2026-01-01T00%3A00%3A00%2B05%3A00 Bearer token {}");
    answer.then().statusCode(201).contentType(ContentType.JSON).header("X-Missing", nullValue());
    assertThat(answer.then().extract().<String>path("child.names.given")).isEqualTo("زرک");
    assertThat(answer.as(java.util.Map.class)).containsKey("two-words");
    assertThat(answer.<Integer>path("items.find { it.only == 'here' }.id")).isEqualTo(2);
    assertThat(answer.<Integer>path("items.find { it.id == 2 }.id")).isEqualTo(2);
  }

  @Test
  void whatIsNotPlainIsSaidByRestAssured() {
    assertThat(
            Calls.given()
                .header("X-Twice", "a", "b")
                .auth()
                .oauth2("token")
                .pathParam("id", "a b")
                .get("/echo/{id}")
                .header("X-Asked"))
        .isEqualTo("GET /echo/a%20b Bearer token");
  }

  @Test
  void whatIsAskedDuringACountIsCountedAndNothingElse() {
    List<String> traces = new ArrayList<>();
    RequestCost.of(
        () -> {
          traces.add(Calls.given().get("/echo").header("X-Trace"));
          traces.add(Calls.given().pathParam("id", "a b").get("/echo/{id}").header("X-Trace"));
        });
    RequestCost.of(() -> traces.add(Calls.given().get("/echo").header("X-Trace")));

    assertThat(traces).hasSize(3).allMatch(trace -> trace.matches("00-[0-9a-f]{32}-.{16}-01"));
    assertThat(traces.get(1)).isEqualTo(traces.get(0));
    assertThat(traces.get(2)).isNotEqualTo(traces.get(0));
    assertThat(Calls.given().get("/echo").header("X-Trace")).isEqualTo("none");
    RequestCost.of(
        () ->
            assertThat(Calls.given().header("traceparent", "own").get("/echo").header("X-Trace"))
                .isEqualTo("own"));
  }

  @Test
  void aCountThatFailsCountsNothingAfterwards() {
    assertThatThrownBy(
            () -> RequestCost.of(() -> Calls.given().get("/echo").then().statusCode(200)))
        .isInstanceOf(AssertionError.class);
    assertThat(Calls.given().get("/echo").header("X-Trace")).isEqualTo("none");
  }

  @Test
  void aClaimThatDoesNotHoldFails() {
    Response answer = Calls.given().get("/echo");
    answer.then().body("id", equalTo("a"), "items.id", hasItems(1, 2)).body("none", nullValue());

    assertThatThrownBy(() -> answer.then().statusCode(200)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> answer.then().body("id", equalTo("b")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected: \"b\"");
    assertThatThrownBy(() -> answer.then().body("id", equalTo("a"), "n", equalTo(4)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> answer.then().header("Content-Type", "text/plain"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> answer.then().contentType(ContentType.XML))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> answer.then().body(equalTo(""))).isInstanceOf(AssertionError.class);
  }

  @Test
  void theContractStillJudges(@TempDir Path folder) throws IOException {
    Path document = folder.resolve("contract.yaml");
    Files.writeString(
        document,
        """
        openapi: 3.1.0
        paths:
          /echo:
            get:
              responses:
                "200": {description: ok}
        """);

    assertThatThrownBy(() -> Calls.given().filter(new ContractFilter(document)).get("/echo?a=b"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("status 201 is not documented");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id",
        "n",
        "long",
        "part",
        "yes",
        "none",
        "missing",
        "two-words",
        "child",
        "child.names.given",
        "items",
        "items.id",
        "items.only",
        "items[0]",
        "items[0].tags[1]",
        "items[-1].id",
        "items[7]",
        "items.tags",
        "items.size()",
        "items[1].only",
        "items.find { it.only == 'here' }",
        "items.find { it.only == 'here' }.id",
        "items.find { it.only == 'nowhere' }.id",
        "items.findAll { it.only == 'here' }.id",
        "items.findAll { it.only == 'nowhere' }"
      })
  void aPlaceHoldsWhatRestAssuredFindsThere(String place) {
    assertThat(JsonPlaces.isPlain(place)).isTrue();
    assertThat(new JsonPlaces(DOCUMENT).at(place))
        .isEqualTo(new JsonPath(DOCUMENT).<Object>get(place));
  }

  @Test
  void scriptsAreLeftToRestAssured() {
    assertThat(
            List.of(
                "items.find { it.id == 1 }",
                "items.find { it.a == '\\'' }",
                "items*.id",
                "a..b",
                "items[0",
                "'a b'.c"))
        .noneMatch(JsonPlaces::isPlain);
  }
}
