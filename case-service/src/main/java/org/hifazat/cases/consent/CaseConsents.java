package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.people.PeopleQueries;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The consent page of a case: how each matter stands, what is missing, and all that was said. */
@ApplicationScoped
public class CaseConsents {
  private final ReachCase reach;
  private final ConsentQueries consents;
  private final CaseHistory history;
  private final OutsideRecipients recipients;
  private final ConsentStandings standings;
  private final ChildDetails children;
  private final PeopleQueries people;
  private final FieldCipher cipher;
  private final AuditLog audit;
  private final Clock clock;

  CaseConsents(
      ReachCase reach,
      ConsentQueries consents,
      CaseHistory history,
      OutsideRecipients recipients,
      ConsentStandings standings,
      ChildDetails children,
      PeopleQueries people,
      FieldCipher cipher,
      AuditLog audit,
      Clock clock) {
    this.reach = reach;
    this.consents = consents;
    this.history = history;
    this.recipients = recipients;
    this.standings = standings;
    this.children = children;
    this.people = people;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param ageBand the child's today, which says whose words are needed
   * @param words the last that were said, the newest first
   * @param recipients outside the directory whom a word or an override names
   */
  public record Whole(
      AgeBand ageBand,
      List<ConsentStanding> standings,
      List<Word> words,
      List<Unsealed> overrides,
      List<KnownRecipient> recipients) {}

  /**
   * One consent, refusal or withdrawal.
   *
   * @param person the name of whose word it is; null for the child and for a court
   * @param fromCase the number of the merged case it was given in; a yes counts for that alone, a
   *     no here too; null for the case's own
   */
  public record Word(
      Consent consent,
      @Nullable String witness,
      @Nullable String person,
      @Nullable String fromCase) {}

  /** An override in clear. */
  public record Unsealed(ConsentOverride override, String text, @Nullable String comment) {}

  /**
   * The read is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Whole of(UUID caseId, int limit) {
    CaseFiles.WithChild found = reach(caseId);
    Child child = found.child();
    Age age = children.open(child).age();
    CaseHistory.Parts parts = history.of(found.file());
    List<Consent> words = consents.ofHistory(parts);
    List<ConsentOverride> overrides = standings.overrides(caseId);
    return new Whole(
        AgeBand.ofYears(
            AgeBand.years(age.birthDate(), age.birthYear(), KarachiTime.day(clock.instant()))),
        standings.all(child, ConsentQueries.counting(caseId, words), overrides),
        opened(parts, consents.page(parts, null, limit)),
        overrides.stream().map(one -> opened(child.id(), one)).toList(),
        recipients(parts, words, overrides));
  }

  /**
   * All that was said, the newest first. The read is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public List<Word> words(UUID caseId, @Nullable Cursor after, int limit) {
    CaseHistory.Parts parts = history.of(reach(caseId).file());
    return opened(parts, consents.page(parts, after, limit));
  }

  private CaseFiles.WithChild reach(UUID caseId) {
    CaseFiles.WithChild found = reach.to(CaseOperation.VIEW_CONSENTS, caseId);
    audit.read(CaseOperation.VIEW_CONSENTS.name(), "case", caseId);
    return found;
  }

  private List<Word> opened(CaseHistory.Parts parts, List<Consent> words) {
    Map<UUID, String> names = names(parts, words);
    return words.stream()
        .map(
            word ->
                new Word(
                    word,
                    witness(parts.child(word.caseId()), word),
                    person(names, word),
                    parts.from(word.caseId()).orElse(null)))
        .toList();
  }

  private List<KnownRecipient> recipients(
      CaseHistory.Parts parts, List<Consent> words, List<ConsentOverride> overrides) {
    boolean none =
        words.stream().allMatch(word -> word.recipientId() == null)
            && overrides.stream().allMatch(one -> one.recipientId() == null);
    return none ? List.of() : recipients.of(parts);
  }

  /** Each under the key of the child it was written for; of a case parted again nobody's. */
  private Map<UUID, String> names(CaseHistory.Parts parts, List<Consent> words) {
    return people.names(
        parts.ids().stream().collect(Collectors.toMap(part -> part, parts::child)),
        words.stream().map(Consent::personId).filter(Objects::nonNull).distinct().toList());
  }

  private @Nullable String witness(UUID child, Consent word) {
    byte[] sealed = word.witness();
    return sealed == null ? null : cipher.decrypt(child, ConsentQueries.WITNESS, word.id(), sealed);
  }

  private static @Nullable String person(Map<UUID, String> names, Consent word) {
    UUID person = word.personId();
    return person == null ? null : names.get(person);
  }

  private Unsealed opened(UUID child, ConsentOverride one) {
    byte[] comment = one.comment();
    return new Unsealed(
        one,
        cipher.decrypt(child, OverrideConsent.TEXT, one.id(), one.text()),
        comment == null ? null : cipher.decrypt(child, OverrideConsent.COMMENT, one.id(), comment));
  }
}
