package org.hifazat.cases.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.security.CallerContext;

/** What a case is called, for whoever has just opened it. */
@ApplicationScoped
public class CaseHeads {
  private final CaseFiles files;
  private final CallerContext callers;

  CaseHeads(CaseFiles files, CallerContext callers) {
    this.files = files;
    this.callers = callers;
  }

  /**
   * @param standIn true when somebody else answers for the case until it has an owner: whoever
   *     opened it has no certificate, or as many cases as a worker may have
   */
  public record Head(UUID caseId, String caseNumber, boolean standIn, @JsonIgnore long version) {}

  /** Empty when it is out of the caller's reach. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Head> head(UUID caseId) {
    return files
        .withinReach(caseId)
        .map(
            file ->
                new Head(
                    file.id(),
                    file.number(),
                    !file.ownerId().equals(callers.current().staffId()),
                    file.version()));
  }
}
