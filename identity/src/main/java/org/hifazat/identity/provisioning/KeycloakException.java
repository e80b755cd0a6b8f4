package org.hifazat.identity.provisioning;

/** Keycloak did not do what was asked; the message is a code, never an answer's text. */
public final class KeycloakException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  KeycloakException(String code) {
    super("Keycloak: " + code, null, false, false);
    this.code = code;
  }

  /**
   * unreachable, client-id-taken, account-missing, account-not-ours, role-missing or
   * answered-&lt;status&gt;.
   */
  public String code() {
    return code;
  }
}
