package org.hifazat.cases.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What a case is called, for whoever has just opened it. */
@ApplicationScoped
public class CaseHeads {
  private final CaseFiles files;

  CaseHeads(CaseFiles files) {
    this.files = files;
  }

  public record Head(UUID caseId, String caseNumber, @JsonIgnore long version) {}

  /** Empty when it is out of the caller's reach. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Head> head(UUID caseId) {
    return files
        .withinReach(caseId)
        .map(file -> new Head(file.id(), file.number(), file.version()));
  }
}
