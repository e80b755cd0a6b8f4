package org.hifazat.identity.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.Today;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.event.CertificateAwarded;
import org.hifazat.identity.staff.Staff;
import org.hifazat.identity.staff.StaffQueries;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Records that somebody passed a course. */
@ApplicationScoped
public class AwardCertificate {
  static final String NUMBER = "certificate.number";

  /**
   * @param level 1 to 3
   * @param number as printed on it
   */
  public record Command(
      UUID staffId,
      int level,
      String number,
      LocalDate issuedOn,
      LocalDate validTo,
      String issuer) {}

  private final CertificateRepository certificates;
  private final StaffQueries staff;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final Outbox outbox;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;
  private final EntityManager database;
  private final IdSource ids;
  private final Clock clock;
  private final Today today;

  AwardCertificate(
      CertificateRepository certificates,
      StaffQueries staff,
      FieldCipher cipher,
      IdempotentCreation creation,
      Outbox outbox,
      Access access,
      AuditLog audit,
      CallerContext callers,
      EntityManager database,
      IdSource ids,
      Clock clock,
      Today today) {
    this.certificates = certificates;
    this.staff = staff;
    this.cipher = cipher;
    this.creation = creation;
    this.outbox = outbox;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.today = today;
  }

  /**
   * @throws ProblemException not-found, in-the-future, validity-ends-before-it-begins, or one of
   *     idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    Staff holder = found(command.staffId());
    access.require(
        IdentityOperation.AWARD_CERTIFICATE,
        holder.relationTo(callers.current()),
        "staff",
        holder.id());
    return creation.once(
        idempotencyKey,
        IdentityOperation.AWARD_CERTIFICATE.name(),
        command,
        () -> {
          UUID id = ids.next();
          award(id, command, holder);
          return Created.now(id, URI.create("/v1/staff/" + holder.id() + "/certificates/" + id));
        });
  }

  /** As {@link #handle} under an id given from outside, for whoever seeds; once per id. */
  @Transactional(TxType.MANDATORY)
  public void seed(UUID id, Command command) {
    if (certificates.findByIdOptional(id).isEmpty()) {
      award(id, command, found(command.staffId()));
    }
  }

  private void award(UUID id, Command command, Staff holder) {
    if (command.issuedOn().isAfter(today.date())) {
      throw new ProblemException(IdentityProblem.IN_THE_FUTURE);
    }
    if (!command.validTo().isAfter(command.issuedOn())) {
      throw new ProblemException(IdentityProblem.VALIDITY_ENDS_BEFORE_IT_BEGINS);
    }
    Instant now = clock.instant();
    byte[] number = cipher.encrypt(holder.id(), NUMBER, id, command.number());
    certificates.persistAndFlush(Certificate.awarded(id, command, number, now));
    // events about one person stay in order
    database.lock(holder, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    outbox.append(event(command, holder, now));
    audit.performed(
        IdentityOperation.AWARD_CERTIFICATE.name(),
        "staff",
        holder.id(),
        "level-" + command.level());
  }

  private static OutboxEvent event(Command command, Staff holder, Instant at) {
    String id = holder.id().toString();
    return new OutboxEvent(
        CertificateAwarded.TYPE,
        "staff",
        id,
        holder.version(),
        id,
        at,
        new CertificateAwarded(
            holder.id(), command.level(), command.issuedOn(), command.validTo()));
  }

  private Staff found(UUID staffId) {
    return staff
        .withinReach(staffId)
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
