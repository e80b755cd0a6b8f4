package org.hifazat.cases.duplicates;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hifazat.cases.casefile.ChildRegistered;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildBackground;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.matching.ChildMarker;
import org.hifazat.cases.matching.ChildMarks;
import org.hifazat.cases.matching.Comparison;
import org.hifazat.cases.matching.Judgement;
import org.hifazat.cases.matching.MarkRegister;
import org.hifazat.cases.matching.NameCounts;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.UnreadableFieldException;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jboss.logging.Logger;

/**
 * Compares whoever is new or changed with everybody else: whom somebody registers before that
 * somebody is answered, and a second after every other way in which a child is written. Once the
 * child is committed, so that nothing here can keep it from being registered; one at a time; what
 * is not done yet stands in the database, so that it goes on where it was stopped.
 */
@ApplicationScoped
public class MatchChildren {
  private static final Logger LOG = Logger.getLogger(MatchChildren.class);
  private static final Caller CALLER = Caller.system("matcher");
  private static final long LOCK = 0x6869_6661_7a61_7402L;
  private static final int BATCH = 40;

  /** Nobody looks through more of one child; the likeliest stand for the rest. */
  private static final int MOST_PAIRS = 20;

  /** Whoever registers a child waits no longer for others being compared. */
  private static final String PATIENCE = "1500ms";

  private final Session entities;
  private final ChildDetails details;
  private final ChildMarker marker;
  private final MarkRegister register;
  private final Pairs pairs;
  private final FieldCipher cipher;
  private final CallerContext callers;
  private final Provider<Boolean> atRegistration;

  MatchChildren(
      Session entities,
      ChildDetails details,
      ChildMarker marker,
      MarkRegister register,
      Pairs pairs,
      FieldCipher cipher,
      CallerContext callers,
      @ConfigProperty(name = "hifazat.matching.at-registration") Provider<Boolean> atRegistration) {
    this.entities = entities;
    this.details = details;
    this.marker = marker;
    this.register = register;
    this.pairs = pairs;
    this.cipher = cipher;
    this.callers = callers;
    this.atRegistration = atRegistration;
  }

  /** What fails or takes too long here is done a second later. */
  void registered(@Observes ChildRegistered child) {
    if (!atRegistration.get()) {
      return;
    }
    try {
      callers.as(
          CALLER,
          () -> QuarkusTransaction.requiringNew().timeout(10).call(() -> atOnce(child.caseId())));
    } catch (RuntimeException fault) {
      LOG.warnf(fault, "The child of case %s is compared later", child.caseId());
    }
  }

  private int atOnce(UUID caseId) {
    entities
        .createNativeQuery("select set_config('lock_timeout', :patience, true)", String.class)
        .setParameter("patience", PATIENCE)
        .getSingleResult();
    entities
        .createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
        .setParameter("lock", LOCK)
        .getSingleResult();
    return compare(
        entities
            .createNativeQuery(
                """
                delete from child_to_match
                 where child_id = (select child_id from case_file where id = :case) returning child_id\
                """,
                UUID.class)
            .setParameter("case", caseId)
            .getResultList());
  }

  @Scheduled(
      every = "{hifazat.matching.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everySecond() {
    matchAll();
  }

  /**
   * @return how many were compared, until nobody waits or another instance is at it
   */
  public int matchAll() {
    int all = 0;
    int some;
    do {
      some =
          callers.as(CALLER, () -> QuarkusTransaction.requiringNew().timeout(60).call(this::some));
      all += some;
    } while (some > 0);
    return all;
  }

  private int some() {
    if (!locked()) {
      return 0;
    }
    List<UUID> waiting =
        entities
            .createNativeQuery(
                """
                delete from child_to_match where child_id in (
                  select child_id from child_to_match order by since limit :batch)
                returning child_id\
                """,
                UUID.class)
            .setParameter("batch", BATCH)
            .getResultList();
    return compare(waiting);
  }

  private int compare(List<UUID> waiting) {
    if (waiting.isEmpty()) {
      return 0;
    }
    Map<UUID, ChildMarks> marked = mark(waiting);
    register.recountWhenGrown();
    marked.forEach(this::match);
    return waiting.size();
  }

  private boolean locked() {
    return entities
        .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
        .setParameter("lock", LOCK)
        .getSingleResult();
  }

  private void match(UUID id, ChildMarks child) {
    NameCounts counts = register.counts(child);
    List<Pairs.Found> found = new ArrayList<>();
    for (MarkRegister.Known other : register.around(id, child, counts)) {
      Judgement judgement = Comparison.of(child, other.marks(), counts);
      if (judgement.zone() == Judgement.Zone.NONE
          && judgement.says("identity-number", "same")
          && haveOneNumber(id, other.childId())) {
        judgement = judgement.possible();
      }
      if (judgement.zone() != Judgement.Zone.NONE) {
        found.add(new Pairs.Found(other.childId(), judgement));
      }
    }
    found.sort(Comparator.comparingDouble(other -> -other.judgement().chance()));
    pairs.found(id, found.subList(0, Math.min(MOST_PAIRS, found.size())));
  }

  /**
   * A parent's number is of all their children; one's own is nobody else's, wherever it was written
   * down.
   */
  private boolean haveOneNumber(UUID one, UUID other) {
    Numbers here = numbersOf(one);
    Numbers there = numbersOf(other);
    return here.own().filter(there::has).isPresent() || there.own().filter(here::has).isPresent();
  }

  private record Numbers(Optional<String> own, Optional<String> family) {
    boolean has(String number) {
      return own.filter(number::equals).or(() -> family.filter(number::equals)).isPresent();
    }
  }

  private Numbers numbersOf(UUID child) {
    try {
      ChildBackground background = details.openBackground(entities.find(Child.class, child));
      return new Numbers(
          Optional.ofNullable(background.identity()).map(ChildBackground.Identity::number),
          Optional.ofNullable(background.family().number()));
    } catch (ErasedSubjectException | UnreadableFieldException unreadable) {
      return new Numbers(Optional.empty(), Optional.empty());
    }
  }

  /** All of them first, so that two who came together find each other. */
  private Map<UUID, ChildMarks> mark(List<UUID> waiting) {
    List<Object[]> children =
        entities
            .createQuery(
                """
                select c, f.districtCode from Child c join CaseFile f on f.childId = c.id
                where c.id in :children order by f.openedAt, f.id\
                """,
                Object[].class)
            .setParameter("children", waiting)
            .getResultList();
    Map<UUID, List<ChildMarker.NumberToken>> numbers = numbers(waiting);
    cipher.preload(waiting);
    Map<UUID, ChildMarks> marked = new LinkedHashMap<>();
    for (Object[] row : children) {
      Child child = (Child) row[0];
      if (!marked.containsKey(child.id())) {
        mark(child, (String) row[1], numbers.getOrDefault(child.id(), List.of()), marked);
      }
    }
    entities.clear();
    return marked;
  }

  private void mark(
      Child child,
      String district,
      List<ChildMarker.NumberToken> numbers,
      Map<UUID, ChildMarks> marked) {
    try {
      ChildParticulars clear = details.open(child);
      ChildBackground background = details.openBackground(child);
      ChildMarks written =
          marker.of(
              new ChildMarker.Particulars(
                  clear.givenName(),
                  clear.fatherName(),
                  clear.knownAs(),
                  clear.sex(),
                  clear.age().birthDate(),
                  clear.age().birthYear(),
                  clear.age().basis(),
                  district),
              numbers);
      ChildMarks marks =
          marker.alsoWritten(written, background.givenNameOther(), background.fatherNameOther());
      register.keep(child.id(), marks);
      marked.put(child.id(), marks);
    } catch (ErasedSubjectException erased) {
      register.forget(child.id());
    } catch (UnreadableFieldException unreadable) {
      // One broken record must not keep all others from being compared.
      LOG.errorf(unreadable, "Child %s cannot be compared", child.id());
      register.forget(child.id());
    }
  }

  private Map<UUID, List<ChildMarker.NumberToken>> numbers(List<UUID> children) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select child_id, purpose, token from numbers_of_children(:children)",
                Object[].class)
            .setParameter("children", children.toArray(UUID[]::new))
            .getResultList();
    Map<UUID, List<ChildMarker.NumberToken>> numbers = new HashMap<>();
    rows.forEach(
        row ->
            numbers
                .computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                .add(new ChildMarker.NumberToken((String) row[1], (byte[]) row[2])));
    return numbers;
  }
}
