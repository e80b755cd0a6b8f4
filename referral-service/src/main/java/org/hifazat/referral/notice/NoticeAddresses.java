package org.hifazat.referral.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.persistence.UnreadableFieldException;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** Where an agency wants to hear that something waits: its own, kept by it or the Commission. */
@ApplicationScoped
public class NoticeAddresses {
  static final String ADDRESS = "notice_address.address";
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{7,14}");
  private static final int MOST = 10;

  private final Session session;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final CallerContext callers;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  NoticeAddresses(
      Session session,
      FieldCipher cipher,
      IdempotentCreation creation,
      CallerContext callers,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.session = session;
    this.cipher = cipher;
    this.creation = creation;
    this.callers = callers;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param channel email or sms
   * @param address absent when it cannot be read any more: to be removed and added anew
   * @param language of what is sent: en, ur or ps
   * @param lastOutcome what became of the newest notice: sent, or why not
   */
  public record Address(
      UUID id,
      UUID agencyId,
      String channel,
      @Nullable String address,
      String language,
      @Nullable String lastOutcome,
      @Nullable Instant lastAt) {}

  /** Of one agency; its own when an agency asks. */
  @Transactional
  public List<Address> of(@Nullable UUID asked) {
    UUID agency = agency(asked);
    cipher.preload(List.of(agency));
    List<Address> all =
        session
            .createNativeQuery(
                """
                select a.id, a.channel, a.address, a.language, a.last_outcome, a.last_at
                  from notice_address a where a.agency_id = :agency order by a.id""",
                Object[].class)
            .addScalar("id", UUID.class)
            .addScalar("channel", String.class)
            .addScalar("address", byte[].class)
            .addScalar("language", String.class)
            .addScalar("last_outcome", String.class)
            .addScalar("last_at", Instant.class)
            .setParameter("agency", agency)
            .getResultList()
            .stream()
            .map(row -> address(agency, row))
            .toList();
    audit.read(ReferralOperation.LIST_NOTICE_ADDRESSES.name(), "agency", agency);
    return all;
  }

  private Address address(UUID agency, Object[] row) {
    UUID id = (UUID) row[0];
    return new Address(
        id,
        agency,
        (String) row[1],
        readable(agency, id, (byte[]) row[2]),
        (String) row[3],
        (String) row[4],
        (Instant) row[5]);
  }

  /** One that is broken hides no other from who could remove it. */
  private @Nullable String readable(UUID agency, UUID id, byte[] sealed) {
    try {
      return cipher.decrypt(agency, ADDRESS, id, sealed);
    } catch (UnreadableFieldException broken) {
      return null;
    }
  }

  public record Command(@Nullable UUID agencyId, String channel, String address, String language) {}

  /**
   * @throws ProblemException not-an-address, agency-unknown, too-many-addresses or one of
   *     idempotent creation
   */
  @Transactional
  public Created add(Command command, @Nullable String idempotencyKey) {
    ReferralOperation operation = ReferralOperation.KEEP_NOTICE_ADDRESSES;
    UUID agency = agency(command.agencyId());
    Pattern form = command.channel().equals("email") ? EMAIL : NUMBER;
    if (!form.matcher(command.address()).matches()) {
      throw new ProblemException(
          ReferralProblem.NOT_AN_ADDRESS, new Violation("/address", "not-an-address"));
    }
    return creation.once(idempotencyKey, operation.name(), command, () -> add(command, agency));
  }

  private Created add(Command command, UUID agency) {
    Object[] known =
        session
            .createNativeQuery(
                """
                select (select count(*) from known_agency k where k.agency_id = :agency),
                       (select count(*) from notice_address a where a.agency_id = :agency)""",
                Object[].class)
            .setParameter("agency", agency)
            .getSingleResult();
    if (((Number) known[0]).longValue() == 0) {
      throw new ProblemException(ReferralProblem.AGENCY_UNKNOWN);
    }
    if (((Number) known[1]).longValue() >= MOST) {
      throw new ProblemException(ReferralProblem.TOO_MANY_ADDRESSES);
    }
    UUID id = ids.next();
    session
        .createNativeMutationQuery(
            """
            insert into notice_address (id, agency_id, channel, address, language, made_at)
            values (:id, :agency, :channel, :address, :language, :now)""")
        .setParameter("id", id)
        .setParameter("agency", agency)
        .setParameter("channel", command.channel())
        .setParameter("address", cipher.encrypt(agency, ADDRESS, id, command.address()))
        .setParameter("language", command.language())
        .setParameter("now", clock.instant())
        .executeUpdate();
    audit.performed(
        ReferralOperation.KEEP_NOTICE_ADDRESSES.name(), "notice-address", id, command.channel());
    return Created.now(id, URI.create("/v1/notice-addresses"));
  }

  /** With what still waits to be sent there. Row-level security shows an agency its own only. */
  @Transactional
  public void remove(UUID id) {
    ReferralOperation operation = ReferralOperation.KEEP_NOTICE_ADDRESSES;
    int removed =
        session
            .createNativeMutationQuery("delete from notice_address where id = :id")
            .setParameter("id", id)
            .executeUpdate();
    if (removed == 0) {
      audit.refused(operation.name(), "notice-address", id, "not-found");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    audit.performed(operation.name(), "notice-address", id, "removed");
  }

  /** An agency speaks for itself, whatever it names. */
  private UUID agency(@Nullable UUID asked) {
    return callers
        .current()
        .agencyId()
        .or(() -> Optional.ofNullable(asked))
        .orElseThrow(
            () ->
                new ProblemException(
                    ReferralProblem.AGENCY_UNKNOWN, new Violation("/agencyId", "agency-unknown")));
  }
}
