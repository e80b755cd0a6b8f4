package org.hifazat.referral.thread;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reading a thread; that the other side read it is recorded with the first reading. */
@ApplicationScoped
public class ThreadQueries {
  private final EntityManager entities;
  private final ThreadDesk desk;
  private final ThreadWords words;
  private final Attachments attachments;
  private final AuditLog audit;
  private final Clock clock;

  ThreadQueries(
      EntityManager entities,
      ThreadDesk desk,
      ThreadWords words,
      Attachments attachments,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.attachments = attachments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A message as one side reads it.
   *
   * @param by requester or target
   * @param mine the caller wrote it
   * @param name of who wrote it, where they said so
   * @param text absent where the caller's side reads no words of the referral any more
   * @param readAt when the other side had it before its eyes
   */
  public record Message(
      UUID id,
      String by,
      boolean mine,
      @Nullable String name,
      @Nullable String text,
      Instant sentAt,
      @Nullable Instant readAt,
      List<Attachments.Shown> attachments) {}

  /**
   * Newest first, one more than asked for where there is one; the read is audited.
   *
   * @throws ProblemException not-found when out of reach or erased
   */
  @Transactional
  public List<Message> page(UUID referralId, @Nullable Cursor after, int size) {
    ThreadDesk.Place place = desk.toRead(referralId);
    String text = "from ReferralMessage where referralId = :referral";
    if (after != null) {
      text += " and sentAt <= :at and (sentAt < :at or id < :id)";
    }
    TypedQuery<ReferralMessage> query =
        entities
            .createQuery(text + " order by sentAt desc, id desc", ReferralMessage.class)
            .setParameter("referral", referralId)
            .setMaxResults(size + 1);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    List<ReferralMessage> rows = query.getResultList();
    read(place, rows.subList(0, Math.min(size, rows.size())));
    List<Message> messages = opened(place, rows);
    audit.read(place.operation().name(), "referral", referralId, "thread", shown(place));
    return messages;
  }

  /**
   * @throws ProblemException not-found when out of reach or erased
   */
  @Transactional
  public Message one(UUID referralId, UUID id) {
    ThreadDesk.Place place = desk.toRead(referralId);
    ReferralMessage row =
        Optional.ofNullable(entities.find(ReferralMessage.class, id))
            .filter(found -> found.referralId().equals(referralId))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    read(place, List.of(row));
    Message message = opened(place, List.of(row)).getFirst();
    audit.read(place.operation().name(), "referral", referralId, "message", shown(place));
    return message;
  }

  private static String shown(ThreadDesk.Place place) {
    return place.reads() ? "with-words" : "without-words";
  }

  private void read(ThreadDesk.Place place, List<ReferralMessage> rows) {
    if (place.reads()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      rows.stream().filter(row -> !row.isBy(place.side())).forEach(row -> row.read(now));
    }
  }

  private List<Message> opened(ThreadDesk.Place place, List<ReferralMessage> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    try {
      words.preload(place.referral());
      Map<UUID, List<Attachments.Shown>> papers =
          attachments.ofMessages(place, rows.stream().map(ReferralMessage::id).toList()).stream()
              .collect(
                  Collectors.groupingBy(shown -> shown.attachment().messageId().orElseThrow()));
      return rows.stream()
          .map(row -> opened(place, row, papers.getOrDefault(row.id(), List.of())))
          .toList();
    } catch (ErasedSubjectException erased) {
      audit.refused(place.operation().name(), "referral", place.referral().id(), "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  private Message opened(
      ThreadDesk.Place place, ReferralMessage row, List<Attachments.Shown> papers) {
    boolean reads = place.reads();
    return new Message(
        row.id(),
        row.side(),
        row.isBy(place.side()) && row.author().equals(place.author()),
        reads ? words.openIfAny(place.referral(), ThreadWords.NAME, row.id(), row.name()) : null,
        reads ? words.open(place.referral(), ThreadWords.WORDS, row.id(), row.words()) : null,
        row.sentAt(),
        row.readAt().orElse(null),
        papers);
  }
}
