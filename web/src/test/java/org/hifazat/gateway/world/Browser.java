package org.hifazat.gateway.world;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hifazat.platform.testing.Patience;
import org.hifazat.platform.testing.Persona;

/**
 * What a browser does, without its script: keeps cookies by name and path, follows redirects when
 * told to, sends what browsers send with a same-origin fetch. Remembers every answer.
 */
public final class Browser {
  /**
   * What every signed or encrypted token begins with: a header, {@code &#123;"} in Base64, and a
   * dot. Long enough not to be in anything random.
   */
  public static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.");

  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

  private record Kept(String value, String path) {}

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Patience.LONG)
          .build();
  private final Map<String, Kept> cookies = new LinkedHashMap<>();
  private final List<HttpResponse<String>> seen = new ArrayList<>();

  /** Everything answered so far. */
  public List<HttpResponse<String>> seen() {
    return List.copyOf(seen);
  }

  /** The session cookie's value; empty when there is none. */
  public String sessionId() {
    return cookies.entrySet().stream()
        .filter(cookie -> cookie.getKey().startsWith("q_session"))
        .map(cookie -> cookie.getValue().value())
        .findFirst()
        .orElse("");
  }

  /** Puts something else into the session cookie. */
  public void tamper(String value) {
    cookies.replaceAll(
        (name, kept) -> name.startsWith("q_session") ? new Kept(value, kept.path()) : kept);
  }

  /** As if Keycloak had ended its session meanwhile. */
  public void forgetKeycloak() {
    cookies.values().removeIf(kept -> kept.path().startsWith("/auth/"));
  }

  /** Puts any cookie into the jar. */
  public void keep(String name, String value) {
    cookies.put(name, new Kept(value, "/"));
  }

  /** The names of what is kept. */
  public List<String> cookieNames() {
    return List.copyOf(cookies.keySet());
  }

  /** Signs in as the persona through Keycloak's page and ends where the gateway leads. */
  public static Browser signedIn(Persona persona) {
    Browser browser = new Browser();
    browser.signIn(persona, "/");
    return browser;
  }

  /** As {@link #signedIn}; gives the answer that leaves the sign-in. */
  public HttpResponse<String> signIn(Persona persona, String to) {
    HttpResponse<String> page = follow(get("/sign-in?to=" + encoded(to)));
    return follow(submit(page, persona.account(), persona.password()));
  }

  /** Fills in the sign-in page. */
  public HttpResponse<String> submit(HttpResponse<String> page, String username, String password) {
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new IllegalStateException(
          "No form at " + page.uri() + ": " + page.statusCode() + " " + page.body());
    }
    URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
    return send(
        HttpRequest.newBuilder(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "username=" + encoded(username) + "&password=" + encoded(password))));
  }

  /** Follows redirects until a page comes, or the way leads into the application. */
  public HttpResponse<String> follow(HttpResponse<String> response) {
    HttpResponse<String> last = response;
    while (last.statusCode() / 100 == 3) {
      String location = last.headers().firstValue("Location").orElseThrow();
      URI next = last.uri().resolve(location);
      boolean leaves =
          !next.getPath().startsWith("/auth/")
              && !next.getPath().startsWith("/session/")
              && !next.getPath().startsWith("/sign-in");
      if (leaves) {
        return last;
      }
      last = send(HttpRequest.newBuilder(next).GET());
    }
    return last;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** A change made by the application's own script. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        changing(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** A request the application's own script would make to change something. */
  public HttpRequest.Builder changing(String path) {
    return request(path)
        .header("X-Hifazat", "1")
        .header("Origin", GatewayWorld.publicUrl())
        .header("Sec-Fetch-Site", "same-origin");
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(GatewayWorld.publicUrl() + path));
  }

  public JsonObject session() {
    return new JsonObject(get("/session").body());
  }

  /** Sends with the cookies that belong there and keeps those that come back. */
  public synchronized HttpResponse<String> send(HttpRequest.Builder request) {
    URI uri = request.build().uri();
    String header =
        cookies.entrySet().stream()
            .filter(cookie -> uri.getPath().startsWith(cookie.getValue().path()))
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value())
            .collect(Collectors.joining("; "));
    if (!header.isEmpty()) {
      request.header("Cookie", header);
    }
    HttpResponse<String> response = exchange(request.timeout(Patience.LONG).build());
    response.headers().allValues("Set-Cookie").forEach(this::keep);
    seen.add(response);
    return response;
  }

  /** Sends without remembering anything: several may be under way at once. */
  public HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The Cookie header for the application's own paths. */
  public String cookieHeader() {
    return cookies.entrySet().stream()
        .filter(cookie -> cookie.getKey().startsWith("q_session"))
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value())
        .collect(Collectors.joining("; "));
  }

  private void keep(String setCookie) {
    String[] parts = setCookie.split(";", -1);
    int equals = parts[0].indexOf('=');
    String name = parts[0].substring(0, equals);
    String path = "/";
    boolean ended = false;
    for (String part : parts) {
      String attribute = part.strip();
      if (attribute.regionMatches(true, 0, "Path=", 0, 5)) {
        path = attribute.substring(5);
      }
      ended |= attribute.equalsIgnoreCase("Max-Age=0");
    }
    if (ended) {
      cookies.remove(name);
    } else {
      cookies.put(name, new Kept(parts[0].substring(equals + 1), path));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
