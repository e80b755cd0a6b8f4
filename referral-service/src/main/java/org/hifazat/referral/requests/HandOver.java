package org.hifazat.referral.requests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.addressee.AgencyPeople;
import org.hifazat.referral.addressee.PersonLeft;
import org.jspecify.annotations.Nullable;

/**
 * What was meant for one person of an agency goes to another there, or into its queue: because they
 * or the agency's system say so, because whoever keeps the agency's people does, or because they
 * left. The sender chose them and is told.
 */
@ApplicationScoped
public class HandOver {
  private static final String SYSTEM = "partner-system";

  private final EntityManager entities;
  private final AgencyPeople people;
  private final AgencyQueue queue;
  private final HandoverWords words;
  private final Reach reach;
  private final ReferralNews news;
  private final CallerContext callers;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  HandOver(
      EntityManager entities,
      AgencyPeople people,
      AgencyQueue queue,
      HandoverWords words,
      Reach reach,
      ReferralNews news,
      CallerContext callers,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.people = people;
    this.queue = queue;
    this.words = words;
    this.reach = reach;
    this.news = news;
    this.callers = callers;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param to whom it is meant for from now on; null for the queue
   */
  public record Command(
      UUID referralId, long expectedVersion, @Nullable Chosen to, String reason) {}

  /** All that is at work and meant for somebody. */
  public record All(UUID personId, @Nullable Chosen to, String reason) {}

  private record Turn(
      Optional<Chosen> to,
      Handover.Why why,
      @Nullable String reason,
      Handover.By by,
      String actor,
      Instant at) {}

  /**
   * @throws ProblemException not-found, stale, step-not-allowed, not-addressed,
   *     addressed-to-another or addressee-unknown
   */
  @Transactional
  public UUID handle(Command command) {
    ReferralOperation operation = ReferralOperation.PARTNER_HAND_OVER;
    Referral referral = reach.asTarget(operation, command.referralId());
    Preconditions.check(command.expectedVersion(), referral.version());
    if (!referral.status().isAtWork()) {
      throw new ProblemException(ReferralProblem.STEP_NOT_ALLOWED);
    }
    UUID from =
        referral.addressee().orElseThrow(() -> new ProblemException(ReferralProblem.NOT_ADDRESSED));
    // A colleague waits until it is handed over; the agency's system administers its own people.
    if (!callers.current().has(SYSTEM)) {
      queue.requireNobodyElse(referral);
    }
    Optional<Chosen> to = whom(referral.agencyId().orElseThrow(), from, command.to());
    turn(
        referral,
        new Turn(
            to,
            Handover.Why.HANDED_OVER,
            command.reason(),
            Handover.By.AGENCY,
            callers.current().subject(),
            now()));
    audit.performed(operation.name(), "referral", referral.id(), "handed-over");
    return referral.id();
  }

  /**
   * By whoever keeps the agency's people, who reads none of them: on record before it is done.
   *
   * @return how many
   * @throws ProblemException not-found or addressee-unknown
   */
  public int handleAll(All command) {
    String actor = callers.current().subject();
    UUID agency = QuarkusTransaction.requiringNew().call(() -> allowed(command));
    return callers.as(
        Caller.system("handing-over"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        all(
                            command.personId(),
                            new Turn(
                                // Once more, and they stay until this is done.
                                whom(agency, command.personId(), command.to()),
                                Handover.Why.HANDED_OVER,
                                command.reason(),
                                Handover.By.COMMISSION,
                                actor,
                                now()))));
  }

  private UUID allowed(All command) {
    UUID agency =
        people
            .agencyOf(command.personId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    whom(agency, command.personId(), command.to());
    audit.performed(
        ReferralOperation.HAND_OVER_REFERRALS.name(), "agency-person", command.personId());
    return agency;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void left(@Observes PersonLeft person) {
    all(
        person.personId(),
        new Turn(
            Optional.empty(),
            Handover.Why.LEFT,
            null,
            Handover.By.PLATFORM,
            callers.current().subject(),
            now()));
  }

  private int all(UUID person, Turn turn) {
    List<Referral> meant =
        entities
            .createQuery(
                "from Referral where handling.addresseeId = :person and status in"
                    + " ('requested', 'accepted', 'in-progress', 'on-hold') order by id",
                Referral.class)
            .setParameter("person", person)
            // Nobody there answers meanwhile what is not theirs any more.
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    meant.forEach(referral -> turn(referral, turn));
    return meant.size();
  }

  private Optional<Chosen> whom(UUID agency, UUID from, @Nullable Chosen to) {
    if (to == null) {
      return Optional.empty();
    }
    if (to.personId().equals(from) || !people.lists(agency, to.personId())) {
      throw new ProblemException(
          ReferralProblem.ADDRESSEE_UNKNOWN, new Violation("/to", "addressee-unknown"));
    }
    return Optional.of(to);
  }

  private void turn(Referral referral, Turn turn) {
    UUID from = referral.addressee().orElseThrow();
    UUID id = ids.next();
    String name = turn.to().map(Chosen::name).orElse(null);
    entities.persist(
        Handover.of(
            new Handover.Made(
                id,
                referral.id(),
                from,
                turn.to().map(Chosen::personId).orElse(null),
                words.sealName(referral, id, name),
                turn.why(),
                words.sealReason(referral, id, turn.reason()),
                turn.by(),
                turn.actor(),
                turn.at())));
    referral.handOver(
        turn.to()
            .map(
                person ->
                    new Addressee(person.personId(), words.sealAddressee(referral, person.name())))
            .orElse(null),
        turn.at());
    entities.flush();
    news.handedOver(referral, turn.why(), turn.at());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
