package org.hifazat.identity.provisioning;

import static org.hifazat.identity.provisioning.KeycloakCalls.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes an account in Keycloak what it should be; doing it twice changes nothing. An account of the
 * same name that does not carry the person's id is somebody else's, as a client's service account
 * is, and never touched.
 */
@ApplicationScoped
public class KeycloakAccounts {
  private static final List<String> SECOND_FACTORS =
      List.of("otp", "webauthn", "recovery-authn-codes");

  private final KeycloakCalls calls;

  KeycloakAccounts(KeycloakCalls calls) {
    this.calls = calls;
  }

  /** Returns the account's id, which is the subject of its tokens. */
  String apply(WantedAccount wanted) {
    Optional<String> known = find(wanted.username(), wanted.holder());
    String account = known.orElseGet(() -> make(wanted));
    if (known.isPresent()) {
      calls.change("PUT", "/users/" + account, representation(wanted));
    }
    giveRoles(account, Set.copyOf(wanted.roles()));
    if (!wanted.enabled()) {
      calls.change("POST", "/users/" + account + "/logout", null);
    }
    return account;
  }

  /**
   * Sets a password that the next sign-in must change.
   *
   * @param alsoSecondFactor removes the second factor too, and has the next sign-in set up another
   * @throws KeycloakException account-missing when there is no such account yet, account-not-ours
   *     when it is somebody else's, unreachable
   */
  void temporaryPassword(
      WantedAccount.Holder holder, String username, String password, boolean alsoSecondFactor) {
    String account =
        find(username, holder).orElseThrow(() -> new KeycloakException(ACCOUNT_MISSING));
    if (alsoSecondFactor) {
      forgetSecondFactor(account);
    }
    ObjectNode credential = calls.json().createObjectNode();
    credential.put("type", "password").put("value", password).put("temporary", true);
    calls.change("PUT", "/users/" + account + "/reset-password", credential);
    calls.change("POST", "/users/" + account + "/logout", null);
  }

  /**
   * Whether nobody has signed in with it and chosen a password; also when there is no such account
   * yet.
   *
   * @throws KeycloakException account-not-ours when it is somebody else's, unreachable
   */
  public boolean unused(WantedAccount.Holder holder, String username) {
    Optional<String> account = find(username, holder);
    if (account.isEmpty()) {
      return true;
    }
    for (JsonNode action :
        calls.get("/users/" + account.get()).orElseThrow().path("requiredActions")) {
      if (action.asText().equals("UPDATE_PASSWORD")) {
        return true;
      }
    }
    for (JsonNode credential :
        calls.get("/users/" + account.get() + "/credentials").orElseThrow()) {
      if (credential.path("type").asText().equals("password")) {
        return false;
      }
    }
    return true;
  }

  static final String ACCOUNT_MISSING = "account-missing";
  public static final String ACCOUNT_NOT_OURS = "account-not-ours";

  private Optional<String> find(String username, WantedAccount.Holder holder) {
    JsonNode found =
        calls
            .get("/users?exact=true&briefRepresentation=false&username=" + encoded(username))
            .orElseThrow(() -> new KeycloakException("realm-missing"));
    Optional<JsonNode> account = Optional.ofNullable(found.get(0));
    if (account.isPresent() && !belongs(account.get().path("attributes"), holder)) {
      throw new KeycloakException(ACCOUNT_NOT_OURS);
    }
    return account.map(one -> one.path("id").asText());
  }

  /** A user name is given to one person only, so an agency's account is that of its person. */
  private static boolean belongs(JsonNode attributes, WantedAccount.Holder holder) {
    String staffId = attributes.path("staff_id").path(0).asText("");
    return switch (holder) {
      case WantedAccount.Holder.OfStaff(UUID id, Optional<UUID> _) -> staffId.equals(id.toString());
      case WantedAccount.Holder.OfAgency(UUID id) ->
          staffId.isEmpty()
              && attributes.path("agency_id").path(0).asText("").equals(id.toString());
    };
  }

  private String make(WantedAccount wanted) {
    ObjectNode account = representation(wanted);
    ArrayNode actions = account.putArray("requiredActions");
    if (wanted.secondFactor()) {
      actions.add("CONFIGURE_TOTP");
    }
    wanted
        .initialPassword()
        .ifPresent(
            password ->
                account
                    .putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", password)
                    .put("temporary", false));
    return calls
        .create("/users", account)
        .orElseThrow(() -> new KeycloakException("username-taken"));
  }

  private ObjectNode representation(WantedAccount wanted) {
    ObjectNode account = calls.json().createObjectNode();
    account.put("username", wanted.username()).put("enabled", wanted.enabled());
    ObjectNode attributes = account.putObject("attributes");
    if (!wanted.secondFactor()) {
      attributes.putArray("demo_account").add("true");
    }
    switch (wanted.holder()) {
      case WantedAccount.Holder.OfStaff(UUID staffId, Optional<UUID> unitId) -> {
        attributes.putArray("staff_id").add(staffId.toString());
        unitId.ifPresent(unit -> attributes.putArray("unit_id").add(unit.toString()));
      }
      case WantedAccount.Holder.OfAgency(UUID agencyId) ->
          attributes.putArray("agency_id").add(agencyId.toString());
    }
    return account;
  }

  private void giveRoles(String account, Set<String> wanted) {
    String path = "/users/" + account + "/role-mappings/realm";
    ArrayNode surplus = calls.json().createArrayNode();
    Set<String> held = new HashSet<>();
    for (JsonNode role : calls.get(path).orElseThrow()) {
      String name = role.path("name").asText();
      held.add(name);
      if (!wanted.contains(name) && !name.startsWith("default-roles-")) {
        surplus.add(role);
      }
    }
    if (!surplus.isEmpty()) {
      calls.change("DELETE", path, surplus);
    }
    ArrayNode missing = calls.json().createArrayNode();
    if (!held.containsAll(wanted)) {
      for (JsonNode role : calls.get(path + "/available").orElseThrow()) {
        if (wanted.contains(role.path("name").asText())) {
          missing.add(role);
        }
      }
      long expected = wanted.stream().filter(role -> !held.contains(role)).count();
      if (missing.size() != expected) {
        throw new KeycloakException("role-missing");
      }
      calls.change("POST", path, missing);
    }
  }

  private void forgetSecondFactor(String account) {
    for (JsonNode credential : calls.get("/users/" + account + "/credentials").orElseThrow()) {
      if (SECOND_FACTORS.contains(credential.path("type").asText())) {
        calls.change(
            "DELETE", "/users/" + account + "/credentials/" + credential.path("id").asText(), null);
      }
    }
    ObjectNode actions = calls.json().createObjectNode();
    actions.putArray("requiredActions").add("CONFIGURE_TOTP");
    JsonNode present = calls.get("/users/" + account).orElseThrow();
    calls.change("PUT", "/users/" + account, ((ObjectNode) present).setAll(actions));
  }
}
