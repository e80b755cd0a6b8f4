package org.hifazat.platform.testing;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the application under test answered, read to its end. */
record Reply(int status, Map<String, List<String>> headers, byte[] body, String text) {
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([\\w-]+)");

  /** Above every body that a service tested here accepts from a test. */
  private static final int LARGE = 256 * 1024;

  private static final int TRIES = 10;

  /** One for all tests of a JVM: its connections stay open. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * @param address below the application's, with its query
   */
  static Reply to(String verb, String address, Map<String, String> headers, @Nullable String body) {
    URI place =
        URI.create(RestAssured.baseURI + ":" + RestAssured.port + RestAssured.basePath + address);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(place)
            .method(
                verb.toUpperCase(Locale.ROOT),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> answer =
          sent(request.build(), body != null && body.length() > LARGE ? TRIES : 1);
      Map<String, List<String>> told = answer.headers().map();
      String type = answer.headers().firstValue("Content-Type").orElse("");
      return new Reply(
          answer.statusCode(), told, answer.body(), new String(answer.body(), charset(type)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Who refuses a large body closes the connection before all of it came: the answer may be lost.
   */
  private static HttpResponse<byte[]> sent(HttpRequest request, int tries)
      throws IOException, InterruptedException {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException closed) {
      if (tries == 1) {
        throw closed;
      }
      return sent(request, tries - 1);
    }
  }

  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
  }

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getLast())
        .findFirst();
  }

  /** Empty when there was none. */
  String contentType() {
    return header("Content-Type").orElse("");
  }

  boolean isJson() {
    return !text.isEmpty() && contentType().contains("json");
  }

  /** As RestAssured would have received it. */
  Response plain() {
    List<Header> all =
        headers.entrySet().stream()
            .flatMap(
                header ->
                    header.getValue().stream().map(value -> new Header(header.getKey(), value)))
            .toList();
    return new ResponseBuilder()
        .setStatusCode(status)
        .setStatusLine("HTTP/1.1 " + status)
        .setHeaders(new Headers(all))
        .setContentType(contentType())
        .setBody(body)
        .build();
  }
}
