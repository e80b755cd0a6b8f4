package org.hifazat.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Filled-in forms, as a phone or a browser would send them. */
public final class Submission {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private Submission() {}

  /** Answers without a protective factor; a red flag comes with its basis. */
  static String of(PlannedCase planned) {
    return of(
        LocalDate.ofInstant(planned.assessedAt(), KARACHI),
        planned.likelihood(),
        planned.severity(),
        planned.redFlag() ? "perpetrator-access" : "none");
  }

  /**
   * @param redFlag a choice of the form, or none
   */
  public static String of(LocalDate conductedOn, int likelihood, int severity, String redFlag) {
    String basis =
        redFlag.equals("none")
            ? ""
            : "<red_flag_basis>Told by the child during the first talk.</red_flag_basis>";
    return """
        <data id="kp-risk-matrix" version="1"><conducted_on>%s</conducted_on><child_seen>alone</child_seen>\
        <danger><red_flags>%s</red_flags>%s</danger>\
        <harm><likelihood>%d</likelihood><severity>%d</severity></harm>\
        <protection><factors>none</factors></protection></data>"""
        .formatted(conductedOn, redFlag, basis, likelihood, severity);
  }

  /** The comprehensive assessment of a child of whom most is well. */
  public static String comprehensive(LocalDate conductedOn) {
    return """
        <data id="kp-comprehensive" version="1"><conducted_on>%s</conducted_on>\
        <child><child_seen>alone</child_seen><daily_life>School, then the shop of the uncle</daily_life>\
        <child_level>0</child_level></child>\
        <family><adults>4</adults><children>5</children><events>none</events>\
        <siblings_risk>no</siblings_risk><family_level>0</family_level></family>\
        <care><needs_met>always</needs_met><warmth>always</warmth><discipline>talk</discipline>\
        <carer_well>yes</carer_well><care_level>0</care_level></care>\
        <health><health_needs>none</health_needs><health_level>0</health_level></health>\
        <mhpss><signs>none</signs><self_harm>no</self_harm><calms>Drawing</calms>\
        <mhpss_level>0</mhpss_level></mhpss>\
        <education><enrolled>school</enrolled><barriers>none</barriers>\
        <education_level>0</education_level></education>\
        <protection><abuse_now>no</abuse_now><harms>none</harms>\
        <protection_level>1</protection_level>\
        <protection_note>Told by the child; nothing has happened since the first visit.</protection_note></protection>\
        <legal><legal_needs>none</legal_needs><legal_level>0</legal_level></legal>\
        <strengths><child_strengths>Reads well and looks after the goats</child_strengths>\
        <family_strengths>The aunt helps every day</family_strengths>\
        <trusted_adult>yes</trusted_adult><trusted_who>The aunt</trusted_who></strengths>\
        <wishes><asked>yes</asked><wants>To stay in school</wants><afraid_of>The dark</afraid_of></wishes>\
        <summary><analysis>The child is safe with the aunt for now</analysis>\
        <priorities>none</priorities></summary></data>"""
        .formatted(conductedOn);
  }

  /** The request that hands it in. */
  public static String comprehensiveAt(Instant conductedAt) {
    return JSON.createObjectNode()
        .put("instrumentId", "kp-comprehensive")
        .put("instrumentVersion", "1")
        .put("conductedAt", conductedAt.toString())
        .put("submission", comprehensive(LocalDate.ofInstant(conductedAt, KARACHI)))
        .toString();
  }
}
