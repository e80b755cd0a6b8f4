package org.hifazat.identity.event;

import java.util.UUID;

/**
 * Somebody of an agency whom referrals can be meant for, or no longer.
 *
 * @param account subject of their tokens
 * @param listed whether senders choose them; what they are called is read here, and no event says
 *     it
 * @param active false once they left
 */
public record AgencyPersonListed(
    UUID personId, UUID agencyId, String account, boolean listed, boolean active) {
  public static final String TYPE = "org.hifazat.directory.agency-person-listed.v1";
}
