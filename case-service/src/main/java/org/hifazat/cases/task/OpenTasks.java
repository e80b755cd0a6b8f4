package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Ends the open clocks of a case that an event has made pointless or met. */
@ApplicationScoped
public class OpenTasks {
  private final Session entities;
  private final Outbox outbox;
  private final Clock clock;

  OpenTasks(Session entities, Outbox outbox, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The step was taken: its clock stops at the time it was taken. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void met(UUID caseId, String kind, Instant at) {
    complete(open(caseId, kind), at);
  }

  /** The same, where several clocks of a kind run and only one was met. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void met(UUID caseId, String kind, UUID subjectId, Instant at) {
    complete(about(caseId, kind, subjectId), at);
  }

  /**
   * The same, unless the clock was begun later than that: somebody decided anew. People give times
   * to the minute, so what they did in the minute in which it was begun came after.
   *
   * @return whether one was met
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean metIfBegun(UUID caseId, String kind, UUID subjectId, Instant begunBy, Instant at) {
    List<Task> begun =
        about(caseId, kind, subjectId).stream()
            .filter(task -> !task.startedAt().truncatedTo(ChronoUnit.MINUTES).isAfter(begunBy))
            .toList();
    complete(begun, at);
    return !begun.isEmpty();
  }

  /** The same, for a task at hand. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void met(Task task, Instant at) {
    complete(List.of(task), at);
  }

  private void complete(List<Task> tasks, Instant at) {
    tasks.forEach(task -> task.complete(at, null, null));
    entities.flush();
    tasks.forEach(task -> outbox.append(TaskEvents.completed(task, at)));
  }

  /** Another clock takes over. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void supersede(UUID caseId, String kind) {
    supersede(open(caseId, kind));
  }

  /** The same, where several clocks of a kind run and only one is taken over. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void supersede(UUID caseId, String kind, UUID subjectId) {
    supersede(about(caseId, kind, subjectId));
  }

  /** The same, for tasks at hand, of which some may have ended. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void supersede(Collection<Task> tasks) {
    Instant now = clock.instant();
    List<Task> running = tasks.stream().filter(Task::isOpen).toList();
    running.forEach(Task::supersede);
    entities.flush();
    running.forEach(task -> outbox.append(TaskEvents.superseded(task, now)));
  }

  private List<Task> about(UUID caseId, String kind, UUID subjectId) {
    return open(caseId, kind).stream()
        .filter(task -> task.subjectId().filter(subjectId::equals).isPresent())
        .toList();
  }

  /** The latest clock of this kind since then that no other took over, whether it still runs. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Task> begun(UUID caseId, String kind, Instant since) {
    return entities
        .createQuery(
            """
            from Task where caseId = :case and kind = :kind and state <> 'superseded'
               and startedAt >= :since order by startedAt desc, id desc""",
            Task.class)
        .setParameter("case", caseId)
        .setParameter("kind", kind)
        .setParameter("since", since.truncatedTo(ChronoUnit.MICROS))
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The open clock of a kind that is about the case itself, beside those about a part of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Task> ofTheWholeCase(UUID caseId, String kind) {
    return open(caseId, kind).stream().filter(task -> task.subjectId().isEmpty()).findFirst();
  }

  /** Whether a clock of this kind runs. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isOpen(UUID caseId, String kind) {
    return !open(caseId, kind).isEmpty();
  }

  /** Whether one runs about this part of the case. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isOpen(UUID caseId, String kind, UUID subjectId) {
    return !about(caseId, kind, subjectId).isEmpty();
  }

  /** Another owner has the case: what was the owner's to do, or nobody's, is theirs now. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void follow(UUID caseId, @Nullable UUID previousOwner, UUID owner) {
    Instant now = clock.instant();
    List<Task> moved =
        entities
            .createQuery("from Task where caseId = :case and state = 'open'", Task.class)
            .setParameter("case", caseId)
            .getResultStream()
            .filter(task -> task.ownerId().map(id -> id.equals(previousOwner)).orElse(true))
            .toList();
    moved.forEach(task -> task.giveTo(owner));
    entities.flush();
    moved.forEach(task -> outbox.append(TaskEvents.reassigned(task, owner, now)));
  }

  /** The case has gone to another unit and its open tasks with it: the others are told. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tellWhereTheyAre(UUID caseId) {
    Instant now = clock.instant();
    entities
        .createQuery("from Task where caseId = :case and state = 'open'", Task.class)
        .setParameter("case", caseId)
        .getResultStream()
        .forEach(
            task ->
                task.ownerId()
                    .ifPresent(owner -> outbox.append(TaskEvents.reassigned(task, owner, now))));
  }

  /** The case's episode is over: none of its clocks means anything any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void supersedeAll(UUID caseId) {
    supersede(of(caseId));
  }

  /** All clocks of a case that run. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Task> of(UUID caseId) {
    return entities
        .createQuery("from Task where caseId = :case and state = 'open'", Task.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  private List<Task> open(UUID caseId, String kind) {
    return entities
        .createQuery(
            "from Task where caseId = :case and kind = :kind and state = 'open'", Task.class)
        .setParameter("case", caseId)
        .setParameter("kind", kind)
        .getResultList();
  }
}
