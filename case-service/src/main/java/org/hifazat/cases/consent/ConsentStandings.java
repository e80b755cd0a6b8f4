package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildDetails;

/** How the matters of a case stand, today. */
@ApplicationScoped
public class ConsentStandings {
  private final Session entities;
  private final ConsentQueries consents;
  private final ChildDetails children;
  private final Clock clock;

  ConsentStandings(Session entities, ConsentQueries consents, ChildDetails children, Clock clock) {
    this.entities = entities;
    this.consents = consents;
    this.children = children;
    this.clock = clock;
  }

  /** One matter. */
  @Transactional(Transactional.TxType.MANDATORY)
  public ConsentStanding of(CaseFiles.WithChild found, ConsentMatter matter) {
    return of(
        matter, consents.counting(found.file().id()), overrides(found.file().id()), found.child());
  }

  /** One matter of a case whose child has not been read yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  public ConsentStanding of(CaseFile file, ConsentMatter matter) {
    return of(new CaseFiles.WithChild(file, entities.find(Child.class, file.childId())), matter);
  }

  /** Every matter: what is asked of every child, and each agency somebody spoke of. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<ConsentStanding> all(Child child, List<Consent> words, List<ConsentOverride> overrides) {
    Set<ConsentMatter> matters = new LinkedHashSet<>(ConsentMatter.GENERAL);
    words.forEach(word -> matters.add(ConsentMatter.of(word)));
    overrides.forEach(override -> matters.add(override.matter()));
    return matters.stream().map(matter -> of(matter, words, overrides, child)).toList();
  }

  /** Whether a court has said no to a matter and not taken it back. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean courtForbids(UUID caseId, ConsentMatter matter) {
    return ConsentStanding.courtForbids(
        consents.counting(caseId).stream().filter(matter::isOf).toList(),
        KarachiTime.day(clock.instant()));
  }

  /** The merged case in which this person said a no that counts here, too. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<UUID> whereSaidNo(UUID caseId, UUID personId) {
    return consents.counting(caseId).stream()
        .filter(word -> personId.equals(word.personId()) && !word.caseId().equals(caseId))
        .map(Consent::caseId)
        .findFirst();
  }

  private ConsentStanding of(
      ConsentMatter matter, List<Consent> words, List<ConsentOverride> overrides, Child child) {
    return of(matter, words, overrides, children.open(child).age());
  }

  ConsentStanding of(
      ConsentMatter matter, List<Consent> words, List<ConsentOverride> overrides, Age age) {
    LocalDate today = KarachiTime.day(clock.instant());
    return ConsentStanding.of(
        matter,
        words.stream().filter(matter::isOf).toList(),
        overrides.stream().filter(matter::isOf).toList(),
        age,
        today);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<ConsentOverride> overrides(UUID caseId) {
    return entities
        .createQuery(
            "from ConsentOverride where caseId = :case order by happenedAt, id",
            ConsentOverride.class)
        .setParameter("case", caseId)
        .getResultList();
  }
}
