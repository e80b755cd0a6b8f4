package org.hifazat.cases.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;

/**
 * Takes the content of a document away for good, with a reason. That it was there, when, from whom
 * and with which hash stays on record, so that nothing vanishes unseen.
 */
@ApplicationScoped
public class RemoveDocument {
  private static final CaseOperation OPERATION = CaseOperation.REMOVE_DOCUMENT;

  private final Session entities;
  private final CaseDesk desk;
  private final Recorder recorder;
  private final Documents documents;
  private final Pieces pieces;
  private final Deeds deeds;
  private final AuditLog audit;

  RemoveDocument(
      Session entities,
      CaseDesk desk,
      Recorder recorder,
      Documents documents,
      Pieces pieces,
      Deeds deeds,
      AuditLog audit) {
    this.entities = entities;
    this.desk = desk;
    this.recorder = recorder;
    this.documents = documents;
    this.pieces = pieces;
    this.deeds = deeds;
    this.audit = audit;
  }

  /**
   * @param reason a code of list document-removal-reason
   * @throws ProblemException not-found, case-closed, code-unknown, document-removed
   */
  @Transactional
  public Documents.Whole handle(UUID id, String reason) {
    CaseDocument document = recorder.find(CaseDocument.class, id);
    CaseFile file = desk.toChange(OPERATION, document.caseId());
    Recorder.Entry entry = recorder.entry();
    recorder.requireCodes(entry.at(), CodeLists.Use.of("document-removal-reason", reason));
    if (!document.remove(reason, entry.by(), entry.at())) {
      throw new ProblemException(CaseProblem.DOCUMENT_REMOVED);
    }
    entities.flush();
    pieces.removeAll(id);
    if (document.kept().equals(Documents.ORDINARY)) {
      deeds.done(
          new Deed(
              file,
              OPERATION,
              "document-removed",
              entry.at(),
              "document",
              id,
              document.version(),
              List.of(document.kind(), reason)));
    } else {
      audit.performed(OPERATION.name(), "document", id, document.kind(), document.kept(), reason);
    }
    return documents.open(file, document);
  }
}
