package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The consent page of a case: how each matter stands, what is missing, and all that was said. */
@ApplicationScoped
public class CaseConsents {
  private final ReachCase reach;
  private final ConsentQueries consents;
  private final ConsentStandings standings;
  private final ChildDetails children;
  private final FieldCipher cipher;
  private final AuditLog audit;
  private final Clock clock;

  CaseConsents(
      ReachCase reach,
      ConsentQueries consents,
      ConsentStandings standings,
      ChildDetails children,
      FieldCipher cipher,
      AuditLog audit,
      Clock clock) {
    this.reach = reach;
    this.consents = consents;
    this.standings = standings;
    this.children = children;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param ageBand the child's today, which says whose words are needed
   */
  public record Whole(
      AgeBand ageBand,
      List<ConsentStanding> standings,
      List<Word> words,
      List<Unsealed> overrides) {}

  /** One consent, refusal or withdrawal. */
  public record Word(Consent consent, @Nullable String witness) {}

  /** An override in clear. */
  public record Unsealed(ConsentOverride override, String text, @Nullable String comment) {}

  /**
   * The read is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Whole of(UUID caseId) {
    CaseFiles.WithChild found = reach.to(CaseOperation.VIEW_CONSENTS, caseId);
    audit.read(CaseOperation.VIEW_CONSENTS.name(), "case", caseId);
    Child child = found.child();
    Age age = children.open(child).age();
    List<Consent> words = consents.ofCase(caseId);
    List<ConsentOverride> overrides = standings.overrides(caseId);
    return new Whole(
        AgeBand.ofYears(
            AgeBand.years(age.birthDate(), age.birthYear(), KarachiTime.day(clock.instant()))),
        standings.all(child, words, overrides),
        words.stream().map(word -> new Word(word, witness(child.id(), word))).toList(),
        overrides.stream().map(one -> opened(child.id(), one)).toList());
  }

  private @Nullable String witness(UUID child, Consent word) {
    byte[] sealed = word.witness();
    return sealed == null ? null : cipher.decrypt(child, ConsentQueries.WITNESS, word.id(), sealed);
  }

  private Unsealed opened(UUID child, ConsentOverride one) {
    byte[] comment = one.comment();
    return new Unsealed(
        one,
        cipher.decrypt(child, OverrideConsent.TEXT, one.id(), one.text()),
        comment == null ? null : cipher.decrypt(child, OverrideConsent.COMMENT, one.id(), comment));
  }
}
