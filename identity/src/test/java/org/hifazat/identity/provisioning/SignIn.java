package org.hifazat.identity.provisioning;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hifazat.platform.testing.KeycloakBackend;

/** Somebody at a browser who signs in through the gateway's client, page by page. */
final class SignIn {
  static final String PASSWORD = "a-password-of-the-tests";
  static final String OTP_SECRET = "ABCDEFGHIJKLMNOPQRST";

  private static final String RETURN = "http://localhost:8600/session/return";
  private static final String VERIFIER = "a".repeat(50);
  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final int MOST_PAGES = 6;

  private final String realm = KeycloakBackend.url() + "/realms/hifazat/protocol/openid-connect";
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> cookies = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private String page = "";
  private int codes;

  /** What the pages asked for, in order: password, code. */
  List<String> asked() {
    return asked;
  }

  /** The page the sign-in got stuck at, if it did. */
  String page() {
    return page;
  }

  /**
   * @param more further parameters of the authorization request, as in acr_values=1
   * @return the claims of the access token as JSON, or empty when no code was given
   */
  String as(String username, Map<String, String> more) {
    asked.clear();
    Map<String, String> request = new HashMap<>(more);
    request.putAll(
        Map.of(
            "client_id", "gateway",
            "redirect_uri", RETURN,
            "response_type", "code",
            "scope", "openid",
            "code_challenge", challenge(),
            "code_challenge_method", "S256"));
    String next = realm + "/auth?" + form(request);
    Map<String, String> fields = Map.of();
    for (int i = 0; i < MOST_PAGES; i++) {
      HttpResponse<String> answer = fields.isEmpty() ? get(next) : post(next, fields);
      String location = answer.headers().firstValue("Location").orElse("");
      if (location.startsWith(RETURN)) {
        return claims(location);
      }
      if (!location.isEmpty()) {
        next = location;
        fields = Map.of();
        continue;
      }
      page = answer.body();
      Matcher action = FORM.matcher(page);
      if (!action.find()
          || !(page.contains("name=\"password\"") || page.contains("name=\"otp\""))) {
        return "";
      }
      next = action.group(1).replace("&amp;", "&");
      fields = answerTo(username);
    }
    return "";
  }

  private Map<String, String> answerTo(String username) {
    if (page.contains("name=\"password\"")) {
      asked.add("password");
      return Map.of("username", username, "password", PASSWORD);
    }
    asked.add("code");
    return Map.of("otp", code());
  }

  private String claims(String location) {
    Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location);
    if (!code.find()) {
      return "";
    }
    HttpResponse<String> answer =
        post(
            realm + "/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "gateway",
                "client_secret",
                KeycloakBackend.GATEWAY_SECRET,
                "code",
                code.group(1),
                "redirect_uri",
                RETURN,
                "code_verifier",
                VERIFIER));
    Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer.body());
    if (!token.find()) {
      throw new AssertionError(answer.body());
    }
    return new String(
        Base64.getUrlDecoder().decode(token.group(1).split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  private HttpResponse<String> post(String url, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String[] parts = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(parts[0], parts[1]);
      }
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 6238 with Keycloak's usual parameters; no code is taken twice, the next one already is. */
  private String code() {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(OTP_SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
      long step = System.currentTimeMillis() / 30_000 + codes++;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 15;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
