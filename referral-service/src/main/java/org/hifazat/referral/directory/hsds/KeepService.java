package org.hifazat.referral.directory.hsds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an entry true: by the Commission's administration, and by an agency its own. What it is
 * called, of which kind it is and whose, only an import changes.
 */
@ApplicationScoped
public class KeepService {
  private final HsdsQueries queries;
  private final DirectoryStore store;
  private final FocalPersons focalPersons;
  private final EntryCheck check;
  private final Session session;
  private final CallerContext callers;
  private final Access access;
  private final AuditLog audit;
  private final Clock clock;

  KeepService(
      HsdsQueries queries,
      DirectoryStore store,
      FocalPersons focalPersons,
      EntryCheck check,
      Session session,
      CallerContext callers,
      Access access,
      AuditLog audit,
      Clock clock) {
    this.queries = queries;
    this.store = store;
    this.focalPersons = focalPersons;
    this.check = check;
    this.session = session;
    this.callers = callers;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param entry the entry as it shall be, made from the one that is
   * @param focalPerson whom to ask for; null leaves what is kept
   * @param assured whether all of it was verified today
   */
  public record Command(
      UUID id,
      long expectedVersion,
      UnaryOperator<HsdsService> entry,
      @Nullable HsdsContact focalPerson,
      boolean assured) {}

  /**
   * @throws ProblemException not-found, stale or directory-entry-refused
   * @throws org.hifazat.platform.security.RefusedException when it is another's entry
   */
  @Transactional
  public void handle(Command command) {
    UUID id = command.id();
    HsdsQueries.Entry known = queries.service(id);
    UUID organization = EntryCheck.organizationOf(known.service());
    boolean own = callers.current().agencyId().map(organization::equals).orElse(false);
    access.require(
        ReferralOperation.KEEP_SERVICE, own ? Relation.OWN : Relation.OTHER_UNIT, "service", id);
    Preconditions.check(command.expectedVersion(), locked(id));
    Instant now = clock.instant();
    HsdsService entry = command.entry().apply(known.service());
    List<Violation> faults = check.faults(List.of(entry), Set.of(organization));
    if (!faults.isEmpty()) {
      throw new ProblemException(ReferralProblem.DIRECTORY_ENTRY_REFUSED, faults);
    }
    store.services(List.of(entry), now);
    beside(command, organization, now);
    audit.performed(
        ReferralOperation.KEEP_SERVICE.name(),
        "service",
        id,
        command.assured() ? "assured" : "changed");
  }

  /** Two who read the same entry do not both change it. */
  private long locked(UUID id) {
    return session
        .createNativeQuery("select version from service where id = :id for update", Long.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  private void beside(Command command, UUID organization, Instant now) {
    HsdsContact focal = command.focalPerson();
    if (focal != null) {
      session
          .createNativeMutationQuery("update service set focal_person = :sealed where id = :id")
          .setParameter("sealed", focalPersons.seal(organization, command.id(), focal))
          .setParameter("id", command.id())
          .executeUpdate();
    }
    if (command.assured()) {
      session
          .createNativeMutationQuery("update service set assured_date = :today where id = :id")
          .setParameter("today", LocalDate.ofInstant(now, HsdsQueries.KARACHI))
          .setParameter("id", command.id())
          .executeUpdate();
    }
  }
}
