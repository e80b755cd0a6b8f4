package org.hifazat.local.demo;

import java.time.LocalDate;
import java.time.ZoneId;

/** The filled-in form of the KP risk matrix, as a phone or a browser would send it. */
public final class Submission {
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
}
