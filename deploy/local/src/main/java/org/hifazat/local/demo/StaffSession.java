package org.hifazat.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody signed in through the gateway, the way a browser does it: forms, redirects, a cookie.
 */
public final class StaffSession {
  private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String address;
  private final HttpClient http;

  private StaffSession(String address) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new LocalCookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
  }

  /**
   * Nobody yet.
   *
   * @param address of the gateway, e.g. {@code http://localhost:8600}
   */
  public static StaffSession anonymous(String address) {
    return new StaffSession(address);
  }

  /**
   * @throws IllegalStateException when the sign-in is refused
   */
  public static StaffSession signIn(String address, String username, String password)
      throws IOException, InterruptedException {
    StaffSession session = new StaffSession(address);
    HttpResponse<String> page = session.send(session.request("/sign-in?to=/session").GET());
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new IllegalStateException("no sign-in form, but an answer " + page.statusCode());
    }
    String fields = "username=" + encoded(username) + "&password=" + encoded(password);
    HttpResponse<String> after =
        session.send(
            HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    if (after.statusCode() != 200 || !after.body().contains("\"signedIn\":true")) {
      throw new IllegalStateException("sign-in refused with " + after.statusCode());
    }
    return session;
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return Answer.of(send(request(path).GET()));
  }

  /** Creates something; a new Idempotency-Key each time. */
  public Answer create(String path, String body) throws IOException, InterruptedException {
    return post(path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  /** Changes something that was read with this ETag. */
  public Answer change(String path, String etag, String body)
      throws IOException, InterruptedException {
    return post(
        path, body, Map.of("If-Match", etag, "Idempotency-Key", UUID.randomUUID().toString()));
  }

  public Answer post(String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .header("X-Hifazat", "1")
            .header("Origin", address)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return Answer.of(send(request));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
  }

  /** Waits as long as the gateway asks for when it says "too fast". */
  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    while (true) {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 429) {
        return response;
      }
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
      Pause.of(Duration.ofSeconds(seconds));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
