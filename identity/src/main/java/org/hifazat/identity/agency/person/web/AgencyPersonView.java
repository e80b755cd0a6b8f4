package org.hifazat.identity.agency.person.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.agency.person.AgencyPeople;
import org.hifazat.identity.agency.person.AgencyPerson;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A person of an agency.
 *
 * @param shownAs what senders of referrals call them
 * @param active whether they can sign in
 * @param etag for If-Match
 */
public record AgencyPersonView(
    @Schema(required = true) UUID id,
    @Schema(required = true) String username,
    @Schema(required = true) String name,
    @Nullable String shownAs,
    @Schema(required = true) boolean active,
    @Schema(required = true) Instant enrolledAt,
    @Schema(required = true) String etag) {

  static AgencyPersonView of(AgencyPeople.Known known) {
    AgencyPerson person = known.person();
    return new AgencyPersonView(
        person.id(),
        person.username(),
        known.name(),
        known.shownAs(),
        person.active(),
        person.enrolledAt(),
        ETags.of(person.version()));
  }
}
