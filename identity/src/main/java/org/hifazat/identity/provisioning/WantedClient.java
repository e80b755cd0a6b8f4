package org.hifazat.identity.provisioning;

import java.util.Map;
import java.util.UUID;

/**
 * A partner system's client as it should be in Keycloak.
 *
 * @param registrationId marks the client as ours; one without the mark is never touched
 * @param jwks public keys its assertions are signed with
 * @param claims what its tokens say besides
 */
public record WantedClient(
    UUID registrationId,
    String clientId,
    String name,
    UUID agencyId,
    String jwks,
    Map<String, String> claims) {}
