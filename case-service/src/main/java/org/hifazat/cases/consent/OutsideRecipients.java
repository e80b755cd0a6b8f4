package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Whom consents of a case name although no directory has them. */
@ApplicationScoped
class OutsideRecipients {
  private static final String NAME = "outside_recipient.name";
  private static final String PLACE = "outside_recipient.place";

  private final Session entities;
  private final CaseHistory history;
  private final RecipientChecks checks;
  private final FieldCipher cipher;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  OutsideRecipients(
      Session entities,
      CaseHistory history,
      RecipientChecks checks,
      FieldCipher cipher,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.history = history;
    this.checks = checks;
    this.cipher = cipher;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Whom a word or an override names: somebody of this case, or somebody new, who is written down.
   * Who is known by that name is nobody new, since a yes to them has to answer the no to them.
   *
   * @param shares whether it is a yes or an override; a no is never held up by whom it is said to
   * @return null where it names nobody outside
   * @throws ProblemException agency-needed when both ways are gone at once, recipient-unknown for
   *     somebody of another case, recipient-of-concern for whom the child is kept safe from,
   *     recipient-refused-elsewhere
   */
  @Transactional(Transactional.TxType.MANDATORY)
  @Nullable UUID named(
      CaseFiles.WithChild found,
      @Nullable UUID known,
      @Nullable RecipientFacts fresh,
      boolean shares) {
    if (known != null && fresh != null) {
      throw new ProblemException(CaseProblem.AGENCY_NEEDED);
    }
    if (known == null && fresh == null) {
      return null;
    }
    CaseHistory.Parts parts = history.of(found.file());
    List<KnownRecipient> all = of(parts);
    Optional<KnownRecipient> entry =
        all.stream()
            .filter(one -> fresh == null ? one.id().equals(known) : isSame(one.facts(), fresh))
            .findFirst();
    UUID id = entry.map(KnownRecipient::id).orElse(null);
    if (fresh == null && id == null) {
      // Of a case parted again: nobody can be asked who that is, but a no is taken.
      if (known == null || shares || !isNamedBy(found.file().id(), known)) {
        throw new ProblemException(CaseProblem.RECIPIENT_UNKNOWN);
      }
      return known;
    }
    RecipientFacts facts = fresh == null ? entry.orElseThrow().facts() : fresh;
    if (shares) {
      checks.mayBeSharedWith(found, parts, id, facts.name(), all);
    }
    return id == null ? write(found.file(), facts) : id;
  }

  /** A word stays its case's own, also when who it names was written down in one parted again. */
  private boolean isNamedBy(UUID caseId, UUID recipient) {
    return entities
        .createQuery(
            "select exists (select 1 from Consent where caseId = :case and recipientId = :id)"
                + " or exists (select 1 from ConsentOverride where caseId = :case"
                + " and recipientId = :id)",
            Boolean.class)
        .setParameter("case", caseId)
        .setParameter("id", recipient)
        .getSingleResult();
  }

  private static boolean isSame(RecipientFacts known, RecipientFacts named) {
    return known.serviceType().equals(named.serviceType())
        && known.name().strip().equalsIgnoreCase(named.name().strip())
        && known.place().strip().equalsIgnoreCase(named.place().strip());
  }

  private UUID write(CaseFile file, RecipientFacts facts) {
    UUID id = ids.next();
    UUID child = file.childId();
    entities.persist(
        OutsideRecipient.named(
            id,
            file.id(),
            facts.serviceType(),
            new OutsideRecipient.Sealed(
                cipher.encrypt(child, NAME, id, facts.name().strip()),
                cipher.encrypt(child, PLACE, id, facts.place().strip())),
            callers.current().staffId().orElseThrow(),
            clock.instant()));
    entities.flush();
    return id;
  }

  /** In clear, in the order they were named; each under the key of the child it was written for. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<KnownRecipient> of(CaseHistory.Parts parts) {
    return entities
        .createQuery(
            "from OutsideRecipient where caseId in (:cases) order by recordedAt, id",
            OutsideRecipient.class)
        .setParameter("cases", parts.ids())
        .getResultStream()
        .map(one -> opened(parts.child(one.caseId()), one))
        .toList();
  }

  private KnownRecipient opened(UUID child, OutsideRecipient one) {
    return new KnownRecipient(
        one.id(),
        new RecipientFacts(
            cipher.decrypt(child, NAME, one.id(), one.name()),
            one.serviceType(),
            cipher.decrypt(child, PLACE, one.id(), one.place())));
  }

  /** What for; null where nobody outside is named, or in a case that is out of reach since. */
  @Transactional(Transactional.TxType.MANDATORY)
  @Nullable String serviceType(@Nullable UUID id) {
    OutsideRecipient recipient = id == null ? null : entities.find(OutsideRecipient.class, id);
    return recipient == null ? null : recipient.serviceType();
  }
}
