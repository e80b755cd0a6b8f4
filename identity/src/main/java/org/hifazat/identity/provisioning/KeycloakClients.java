package org.hifazat.identity.provisioning;

import static org.hifazat.identity.provisioning.KeycloakCalls.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes a partner system's client what it should be. It signs in with an assertion signed by its
 * own key: there is no secret to leak.
 */
@ApplicationScoped
class KeycloakClients {
  private static final String MARK = "hifazat.agency-system";

  private final KeycloakCalls calls;

  KeycloakClients(KeycloakCalls calls) {
    this.calls = calls;
  }

  /**
   * @throws KeycloakException client-id-taken when the realm has a client of that id that is not
   *     ours
   */
  void apply(WantedClient wanted) {
    JsonNode known = calls.get("/clients?clientId=" + encoded(wanted.clientId())).orElseThrow();
    if (known.isEmpty()) {
      if (calls.create("/clients", representation(wanted)).isEmpty()) {
        throw new KeycloakException("client-id-taken");
      }
      return;
    }
    JsonNode client = known.get(0);
    String mark = client.path("attributes").path(MARK).asText("");
    if (!mark.equals(wanted.registrationId().toString())) {
      throw new KeycloakException("client-id-taken");
    }
    calls.change("PUT", "/clients/" + client.path("id").asText(), representation(wanted));
  }

  private ObjectNode representation(WantedClient wanted) {
    ObjectNode client = calls.json().createObjectNode();
    client
        .put("clientId", wanted.clientId())
        .put("name", wanted.name())
        .put("enabled", true)
        .put("publicClient", false)
        .put("clientAuthenticatorType", "client-jwt")
        .put("serviceAccountsEnabled", true)
        .put("standardFlowEnabled", false)
        .put("implicitFlowEnabled", false)
        .put("directAccessGrantsEnabled", false)
        .put("fullScopeAllowed", false);
    client
        .putObject("attributes")
        .put(MARK, wanted.registrationId().toString())
        .put("use.jwks.string", "true")
        .put("jwks.string", wanted.jwks());
    client.putArray("defaultClientScopes").add("hifazat-session").add("hifazat-partner");
    client.putArray("optionalClientScopes");
    ArrayNode mappers = client.putArray("protocolMappers");
    says(mappers, "agency_id", wanted.agencyId().toString());
    wanted.claims().forEach((claim, value) -> says(mappers, claim, value));
    return client;
  }

  private static void says(ArrayNode mappers, String claim, String value) {
    mappers
        .addObject()
        .put("name", claim)
        .put("protocol", "openid-connect")
        .put("protocolMapper", "oidc-hardcoded-claim-mapper")
        .putObject("config")
        .put("claim.name", claim)
        .put("claim.value", value)
        .put("jsonType.label", "String")
        .put("access.token.claim", "true")
        .put("id.token.claim", "false");
  }
}
