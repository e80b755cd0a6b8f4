package org.hifazat.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * A partner agency's own program. It proves who it is with a signed assertion (private_key_jwt, RFC
 * 7523), so no secret is shared, and talks to /partner/v1 with the token it gets.
 */
public final class PartnerSystem {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final long ASSERTION_SECONDS = 30;
  private static final long RENEW_BEFORE_SECONDS = 30;

  private final String address;
  private final String clientId;
  private final String keyId;
  private final PrivateKey key;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";
  private Instant tokenEnds = Instant.EPOCH;

  private PartnerSystem(String address, String clientId, String keyId, PrivateKey key) {
    this.address = address;
    this.clientId = clientId;
    this.keyId = keyId;
    this.key = key;
  }

  /**
   * @param address of the gateway
   * @param privateJwk file with the agency's private key (EC P-256)
   */
  public static PartnerSystem with(String address, String clientId, Path privateJwk)
      throws IOException {
    JsonNode jwk = JSON.readTree(Files.readString(privateJwk));
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      BigInteger secret = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.get("d").asText()));
      PrivateKey key =
          KeyFactory.getInstance("EC")
              .generatePrivate(
                  new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class)));
      return new PartnerSystem(address, clientId, jwk.get("kid").asText(), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot be used", e);
    }
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
  }

  /** A step of a referral that was read with this ETag. */
  public Answer step(String path, String etag, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    request.header("Authorization", "Bearer " + token());
    return Answer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  /** A current access token. */
  public String token() throws IOException, InterruptedException {
    Instant now = Instant.now();
    if (now.isBefore(tokenEnds.minusSeconds(RENEW_BEFORE_SECONDS))) {
      return token;
    }
    String realm = address + "/auth/realms/hifazat";
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(assertion(realm, now))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("no token for " + clientId + ": " + response.statusCode());
    }
    JsonNode answer = JSON.readTree(response.body());
    token = answer.get("access_token").asText();
    tokenEnds = now.plusSeconds(answer.get("expires_in").asLong());
    return token;
  }

  private String form(String assertion) {
    StringBuilder form = new StringBuilder();
    Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            clientId,
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            assertion)
        .forEach(
            (name, value) ->
                form.append(form.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return form.toString();
  }

  private String assertion(String audience, Instant now) {
    String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}";
    String claims =
        """
        {"iss":"%s","sub":"%s","aud":"%s","jti":"%s","iat":%d,"exp":%d}"""
            .formatted(
                clientId,
                clientId,
                audience,
                UUID.randomUUID(),
                now.getEpochSecond(),
                now.getEpochSecond() + ASSERTION_SECONDS);
    String signed = encoded(header) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an assertion cannot be signed", e);
    }
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
