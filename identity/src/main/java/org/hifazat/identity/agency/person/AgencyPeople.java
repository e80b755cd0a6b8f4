package org.hifazat.identity.agency.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.agency.Agencies;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads the people of an agency. */
@ApplicationScoped
public class AgencyPeople {
  /** A person with their name. */
  public record Known(AgencyPerson person, String name, @Nullable String shownAs) {}

  private final AgencyPersonRepository people;
  private final AgencyPersonNames names;
  private final Agencies agencies;
  private final AuditLog audit;
  private final CallerContext callers;

  AgencyPeople(
      AgencyPersonRepository people,
      AgencyPersonNames names,
      Agencies agencies,
      AuditLog audit,
      CallerContext callers) {
    this.people = people;
    this.names = names;
    this.agencies = agencies;
    this.audit = audit;
    this.callers = callers;
  }

  /** In the order they were enrolled; empty when there is no such agency. The read is audited. */
  @Transactional
  public Optional<List<Known>> page(UUID agencyId, @Nullable Cursor after, int most) {
    Optional<List<Known>> found =
        agencies.find(agencyId).map(agency -> known(people.page(agencyId, after, most)));
    String operation = IdentityOperation.LIST_AGENCY_PEOPLE.name();
    if (found.isPresent()) {
      audit.read(operation, "agency", agencyId);
    } else {
      audit.refused(operation, "agency", agencyId, "not-found");
    }
    return found;
  }

  /**
   * Somebody whom a referral can be meant for.
   *
   * @param name what the agency has senders call them
   */
  public record Listed(UUID id, String name, Instant enrolledAt) {}

  /**
   * Whom of an agency a referral can be meant for. Empty when there is no such agency, and for
   * another agency's people. The read is audited: it is a list of names.
   */
  @Transactional
  public Optional<List<Listed>> listed(UUID agencyId, @Nullable Cursor after, int most) {
    boolean reached = callers.current().agencyId().map(agencyId::equals).orElse(true);
    Optional<List<Listed>> found =
        agencies
            .find(agencyId)
            .filter(agency -> reached)
            .map(agency -> listedOf(people.listed(agencyId, after, most)));
    String operation = IdentityOperation.LIST_LISTED_PEOPLE.name();
    if (found.isPresent()) {
      audit.read(operation, "agency", agencyId);
    } else {
      audit.refused(operation, "agency", agencyId, "not-found");
    }
    return found;
  }

  private List<Listed> listedOf(List<AgencyPerson> found) {
    names.preload(found);
    return found.stream()
        .map(
            person ->
                new Listed(
                    person.id(), Objects.requireNonNull(names.shown(person)), person.enrolledAt()))
        .toList();
  }

  /** Empty when the agency has nobody of that id. */
  @Transactional
  public Optional<Known> find(UUID agencyId, UUID id) {
    return people.find(agencyId, id).map(this::known);
  }

  private Known known(AgencyPerson person) {
    return new Known(person, names.of(person), names.shown(person));
  }

  private List<Known> known(List<AgencyPerson> found) {
    names.preload(found);
    return found.stream().map(this::known).toList();
  }
}
