package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts what a report says. The data subject is the report: no child is known yet.
 */
@ApplicationScoped
class ReportWords {
  private static final String NARRATIVE = "concern_report.narrative";
  private static final String REPORTER_NAME = "concern_report.reporter_name";
  private static final String REPORTER_PHONE = "concern_report.reporter_phone";
  private static final String HINT_NAME = "concern_report.hint_name";
  private static final String HINT_PLACE = "concern_report.hint_place";
  private static final String REASON = "concern_report.decision_reason";

  private final FieldCipher cipher;

  ReportWords(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /** A report's words in clear. */
  record Words(
      String narrative,
      @Nullable String reporterName,
      @Nullable String reporterPhone,
      @Nullable String hintName,
      @Nullable String hintPlace,
      @Nullable String decisionReason) {}

  ConcernReport.SealedWords seal(UUID report, RecordConcernReport.Command command) {
    return new ConcernReport.SealedWords(
        cipher.encrypt(report, NARRATIVE, report, command.narrative()),
        seal(report, REPORTER_NAME, command.reporter().name()),
        seal(report, REPORTER_PHONE, command.reporter().phone()),
        seal(report, HINT_NAME, command.childHint().name()),
        seal(report, HINT_PLACE, command.childHint().place()));
  }

  byte[] sealReason(UUID report, String reason) {
    return cipher.encrypt(report, REASON, report, reason);
  }

  Words open(ConcernReport report) {
    ConcernReport.SealedWords sealed = report.words();
    UUID id = report.id();
    return new Words(
        cipher.decrypt(id, NARRATIVE, id, sealed.narrative()),
        open(id, REPORTER_NAME, sealed.reporterName()),
        open(id, REPORTER_PHONE, sealed.reporterPhone()),
        open(id, HINT_NAME, sealed.hintName()),
        open(id, HINT_PLACE, sealed.hintPlace()),
        open(id, REASON, report.decisionReason()));
  }

  private byte @Nullable [] seal(UUID report, String field, @Nullable String words) {
    return words == null ? null : cipher.encrypt(report, field, report, words);
  }

  private @Nullable String open(UUID report, String field, byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(report, field, report, sealed);
  }
}
