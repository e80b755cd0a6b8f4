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
  private static final String PLACE = "concern_report.place";
  private static final String TEHSIL = "concern_report.tehsil";
  private static final String UNION_COUNCIL = "concern_report.union_council";
  private static final String ROUTING = "concern_routing.reason";
  private static final String ONWARD = "concern_referral.reason";
  private static final String REASON = "concern_report.decision_reason";

  private final FieldCipher cipher;

  ReportWords(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /** A report's words in clear. */
  record Words(
      String narrative,
      ConcernPlace place,
      @Nullable String hintName,
      @Nullable String hintPlace,
      @Nullable String decisionReason) {}

  ConcernReport.SealedWords seal(UUID report, RecordConcernReport.Command command) {
    return new ConcernReport.SealedWords(
        cipher.encrypt(report, NARRATIVE, report, command.narrative()),
        seal(report, REPORTER_NAME, command.reporter().name()),
        seal(report, REPORTER_PHONE, command.reporter().phone()),
        seal(report, HINT_NAME, command.childHint().name()),
        seal(report, HINT_PLACE, command.childHint().place()),
        new ConcernReport.SealedPlace(
            seal(report, PLACE, command.place().description()),
            seal(report, TEHSIL, command.place().tehsil()),
            seal(report, UNION_COUNCIL, command.place().unionCouncil())));
  }

  byte @Nullable [] sealReason(UUID report, @Nullable String reason) {
    return seal(report, REASON, reason);
  }

  byte[] sealRouting(UUID report, UUID routing, String reason) {
    return cipher.encrypt(report, ROUTING, routing, reason);
  }

  byte[] sealOnward(UUID report, UUID referral, String reason) {
    return cipher.encrypt(report, ONWARD, referral, reason);
  }

  String open(UUID report, Routing routing) {
    return cipher.decrypt(report, ROUTING, routing.id(), routing.reason());
  }

  String open(UUID report, OnwardReferral referral) {
    return cipher.decrypt(report, ONWARD, referral.id(), referral.reason());
  }

  /** Who told us, for the one who may know. */
  Reporter reporter(ConcernReport report) {
    ConcernReport.SealedWords sealed = report.words();
    return new Reporter(
        report.reporterKind(),
        open(report.id(), REPORTER_NAME, sealed.reporterName()),
        open(report.id(), REPORTER_PHONE, sealed.reporterPhone()),
        report.reporterRelation());
  }

  Words open(ConcernReport report) {
    ConcernReport.SealedWords sealed = report.words();
    UUID id = report.id();
    return new Words(
        cipher.decrypt(id, NARRATIVE, id, sealed.narrative()),
        new ConcernPlace(
            open(id, PLACE, sealed.where().place()),
            open(id, TEHSIL, sealed.where().tehsil()),
            open(id, UNION_COUNCIL, sealed.where().unionCouncil())),
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
