package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.platform.web.Cursor;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** Endpoints, and what became of the messages to them. */
@ApplicationScoped
public class EndpointQueries {
  private static final String MESSAGES =
      """
      select message_id, referral_id, type, happened_at, recorded_at, state, attempts, next_at,
             last_at, last_outcome, last_status, delivered_at
        from webhook_delivery where endpoint_id = :endpoint""";

  private final Session session;
  private final EndpointReach reach;
  private final Clock clock;

  EndpointQueries(Session session, EndpointReach reach, Clock clock) {
    this.session = session;
    this.reach = reach;
    this.clock = clock;
  }

  /**
   * An endpoint with the keys that sign for it now.
   *
   * @param until until when the previous key signs too
   * @param sharedUntil until when the previous shared secret does
   */
  public record Shown(
      WebhookEndpoint endpoint,
      @Nullable String previousPublicKey,
      @Nullable Instant until,
      @Nullable Instant sharedUntil) {}

  /** One message to an endpoint. */
  public record WebhookMessage(
      UUID id,
      UUID referralId,
      String type,
      Instant happenedAt,
      Instant recordedAt,
      String state,
      int attempts,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant lastAttemptAt,
      @Nullable String lastOutcome,
      @Nullable Integer lastStatus,
      @Nullable Instant deliveredAt) {}

  /**
   * @throws org.hifazat.platform.web.ProblemException not-found when absent or another agency's
   */
  @Transactional
  public Shown one(UUID id) {
    return shown(reach.endpoint(ReferralOperation.VIEW_WEBHOOK, id));
  }

  /** Just changed, and so within reach. */
  @Transactional
  public Shown changed(ReferralOperation operation, UUID id) {
    return shown(reach.endpoint(operation, id));
  }

  /**
   * By agency and age; an agency has few, so that administrators alone need pages.
   *
   * @param agencyId null for all within reach
   */
  @Transactional
  public List<Shown> list(@Nullable UUID agencyId, @Nullable UUID after, int limit) {
    Optional<UUID> agency = reach.agency(ReferralOperation.LIST_WEBHOOKS, agencyId);
    if (agencyId != null && !agency.equals(Optional.of(agencyId))) {
      return List.of();
    }
    String text = "from WebhookEndpoint where 1 = 1";
    if (agency.isPresent()) {
      text += " and agencyId = :agency";
    }
    if (after != null) {
      text += " and id > :after";
    }
    var query =
        session.createQuery(text + " order by id", WebhookEndpoint.class).setMaxResults(limit);
    agency.ifPresent(id -> query.setParameter("agency", id));
    if (after != null) {
      query.setParameter("after", after);
    }
    return query.getResultList().stream().map(this::shown).toList();
  }

  /**
   * Newest first.
   *
   * @param state waiting, delivered or failed; null for all
   * @throws org.hifazat.platform.web.ProblemException not-found when the endpoint is absent or
   *     another agency's
   */
  @Transactional
  public List<WebhookMessage> messages(
      UUID endpoint, @Nullable String state, @Nullable Cursor after, int limit) {
    UUID id = reach.endpoint(ReferralOperation.VIEW_WEBHOOK, endpoint).id();
    NativeQuery<Object[]> query =
        session
            .createNativeQuery(
                MESSAGES
                    + (state == null ? "" : " and state = :state")
                    + (after == null ? "" : " and (recorded_at, message_id) < (:at, :id)")
                    + " order by recorded_at desc, message_id desc limit :limit",
                Object[].class)
            .setParameter("endpoint", id)
            .setParameter("limit", limit);
    if (state != null) {
      query.setParameter("state", state);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList().stream().map(EndpointQueries::message).toList();
  }

  private Shown shown(WebhookEndpoint endpoint) {
    Instant now = clock.instant();
    return new Shown(
        endpoint,
        endpoint.previousPublicKey(now).orElse(null),
        endpoint.signsUntil(now).orElse(null),
        endpoint.previousSharedUntil(now).orElse(null));
  }

  private static WebhookMessage message(Object[] row) {
    return new WebhookMessage(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (Instant) row[3],
        (Instant) row[4],
        (String) row[5],
        (Integer) row[6],
        (Instant) row[7],
        (Instant) row[8],
        (String) row[9],
        (Integer) row[10],
        (Instant) row[11]);
  }
}
