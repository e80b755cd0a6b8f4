package org.hifazat.cases.duplicates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.child.ChangeChild;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.particulars.TellOfChange;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.web.ProblemException;

/**
 * What the record that goes on takes over from the other one. The other record stays as it is, so
 * that undoing only has to put back what was taken, unless somebody corrected it meanwhile.
 */
@ApplicationScoped
class TakenParts {
  private static final String FIELD = "child_merge.taken_words";

  private final CaseFiles files;
  private final ChildDetails details;
  private final ChangeChild change;
  private final TellOfChange told;
  private final Sides sides;
  private final FieldCipher cipher;
  private final ObjectMapper json;
  private final Access access;

  TakenParts(
      CaseFiles files,
      ChildDetails details,
      ChangeChild change,
      TellOfChange told,
      Sides sides,
      FieldCipher cipher,
      ObjectMapper json,
      Access access) {
    this.files = files;
    this.details = details;
    this.change = change;
    this.told = told;
    this.sides = sides;
    this.cipher = cipher;
    this.json = json;
    this.access = access;
  }

  /** The surviving record as it was and as it became. */
  record Words(TakenPart.Known before, TakenPart.Known after) {}

  /** Whoever chooses, and whoever agrees to it, sees what they choose between. */
  @Transactional(Transactional.TxType.MANDATORY)
  void requireBoth(Side survivor, Side merged) {
    if (!access.permits(CaseOperation.VIEW_CASE, sides.relation(survivor))
        || !access.permits(CaseOperation.VIEW_CASE, sides.relation(merged))) {
      throw new ProblemException(CaseProblem.MERGE_CHOICE_NEEDS_BOTH);
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void take(ChildMerge merge, Side survivor, Side merged, Instant happenedAt) {
    if (merge.taken().isEmpty()) {
      return;
    }
    requireBoth(survivor, merged);
    Child keeps = child(survivor.caseId());
    TakenPart.Known before = known(keeps);
    TakenPart.Known other = known(child(merged.caseId()));
    TakenPart.Known after = before;
    for (String code : merge.taken()) {
      after = TakenPart.of(code).put(after, other);
    }
    if (write(survivor.caseId(), keeps, after, happenedAt)) {
      merge.tookWords(
          cipher.encrypt(keeps.id(), FIELD, merge.id(), write(new Words(before, after))));
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void giveBack(ChildMerge merge, Instant happenedAt) {
    byte[] sealed = merge.takenWords();
    if (sealed == null) {
      return;
    }
    Child kept = child(merge.survivingCase());
    try {
      Words words = read(cipher.decrypt(kept.id(), FIELD, merge.id(), sealed));
      TakenPart.Known now = known(kept);
      for (String code : merge.taken()) {
        TakenPart part = TakenPart.of(code);
        if (part.same(now, words.after())) {
          now = part.put(now, words.before());
        }
      }
      write(merge.survivingCase(), kept, now, happenedAt);
    } catch (ErasedSubjectException erased) {
      // Nothing in clear is left of the child, nor of what was taken.
      return;
    }
  }

  private boolean write(UUID caseId, Child child, TakenPart.Known known, Instant happenedAt) {
    List<String> changed = change.handle(child, known.particulars(), known.background());
    if (!changed.isEmpty()) {
      told.changed(caseId, child, known.particulars(), changed, happenedAt);
    }
    return !changed.isEmpty();
  }

  private Child child(UUID caseId) {
    return files
        .withChild(caseId)
        .orElseThrow(() -> new ProblemException(CaseProblem.MERGE_CHOICE_NEEDS_BOTH))
        .child();
  }

  private TakenPart.Known known(Child child) {
    return new TakenPart.Known(details.open(child), details.openBackground(child));
  }

  private String write(Words words) {
    try {
      return json.writeValueAsString(words);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("what was taken could not be kept", fault);
    }
  }

  private Words read(String text) {
    try {
      return json.readValue(text, Words.class);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("what was taken cannot be read");
    }
  }
}
