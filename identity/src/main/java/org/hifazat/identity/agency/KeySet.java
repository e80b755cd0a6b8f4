package org.hifazat.identity.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON Web Key Set (RFC 7517) that holds public keys only, good for signing assertions.
 *
 * @param json as it is given to Keycloak
 */
public record KeySet(String json) {
  private static final int MOST_KEYS = 10;
  private static final int FEWEST_RSA_BITS = 2048;
  private static final Set<String> CURVES = Set.of("P-256", "P-384", "P-521");
  private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  /** Empty when any of its keys is private, too weak or of another kind. */
  public static Optional<KeySet> of(JsonNode set) {
    JsonNode keys = set.path("keys");
    if (!keys.isArray() || keys.isEmpty() || keys.size() > MOST_KEYS) {
      return Optional.empty();
    }
    for (JsonNode key : keys) {
      if (!usable(key)) {
        return Optional.empty();
      }
    }
    return Optional.of(new KeySet(set.toString()));
  }

  private static boolean usable(JsonNode key) {
    if (PRIVATE.stream().anyMatch(key::has) || key.path("kid").asText("").isEmpty()) {
      return false;
    }
    return switch (key.path("kty").asText("")) {
      case "RSA" -> bits(key.path("n")) >= FEWEST_RSA_BITS && bits(key.path("e")) > 0;
      case "EC" -> CURVES.contains(key.path("crv").asText("")) && key.has("x") && key.has("y");
      default -> false;
    };
  }

  private static int bits(JsonNode number) {
    try {
      return Base64.getUrlDecoder().decode(number.asText("")).length * 8;
    } catch (IllegalArgumentException notBase64) {
      return 0;
    }
  }
}
