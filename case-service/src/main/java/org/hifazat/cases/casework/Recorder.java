package org.hifazat.cases.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Who records what, when and under which id. */
@ApplicationScoped
public class Recorder {
  private final Session entities;
  private final IdempotentCreation creation;
  private final CodeLists codes;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  Recorder(
      Session entities,
      IdempotentCreation creation,
      CodeLists codes,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.creation = creation;
    this.codes = codes;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Who records something and when, with the id of what is recorded.
   *
   * @param at as precise as the database keeps it
   */
  public record Entry(UUID id, UUID by, Instant at) {}

  public Entry entry() {
    return new Entry(ids.next(), callers.current().staffId().orElseThrow(), now());
  }

  public Instant now() {
    return precise(clock.instant());
  }

  /** A time as precise as the database keeps it. */
  public static Instant precise(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Once per Idempotency-Key.
   *
   * @param place path of the new thing without its id, as in {@code /v1/notes/}
   * @param record keeps what is new and returns its id
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Created once(
      @Nullable String key,
      String operation,
      Object command,
      String place,
      Function<Entry, UUID> record) {
    return creation.once(
        key,
        operation,
        command,
        () -> {
          UUID id = record.apply(entry());
          return Created.now(id, URI.create(place + id));
        });
  }

  /**
   * @throws ProblemException not-found for what is absent or out of the caller's reach
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public <T> T find(Class<T> kind, UUID id) {
    return Optional.ofNullable(entities.find(kind, id))
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(Object entity) {
    entities.persist(entity);
  }

  /** Of two who record at once what can be there once only, the second is told. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keepTheOnly(Object entity, CaseProblem otherwise) {
    entities.persist(entity);
    try {
      entities.flush();
    } catch (ConstraintViolationException quicker) {
      throw new ProblemException(otherwise);
    }
  }

  /** Writes what was changed, so that its version is the new one. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void flush() {
    entities.flush();
  }

  /**
   * @throws ProblemException code-unknown unless all are valid on the day of that time
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requireCodes(Instant at, CodeLists.Use... uses) {
    codes.require(KarachiTime.day(at), List.of(uses));
  }

  /**
   * @throws ProblemException in-the-future
   */
  public void requirePast(Instant at) {
    if (at.isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
  }
}
