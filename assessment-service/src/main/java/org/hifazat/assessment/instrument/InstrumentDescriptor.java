package org.hifazat.assessment.instrument;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the server must know of a form besides the form: which nodes are the result, for whom it is
 * made, who may use it and on what terms.
 *
 * @param id the form's id attribute
 * @param version the form's version attribute
 * @param title shown in lists
 * @param purpose code of what it is for, {@code risk}; only that one sets a case's risk
 * @param translations language to {@code original}, {@code working} or {@code validated}
 * @param conductedOn path of the date question, if the form asks
 * @param score path of the calculated score
 * @param band path of the calculated band
 * @param valid path of the calculation that says whether too much is missing to score it: yes or no
 * @param redFlags path of the red-flag question (select multiple), if there is one
 * @param noRedFlag its choice for "none of these"
 * @param arithmetic paths of the nodes to show as the sum, whole numbers with a label
 * @param screeningOnly whether it finds who should be looked at more closely, and is no diagnosis
 */
public record InstrumentDescriptor(
    String id,
    String version,
    Texts title,
    String purpose,
    Map<String, String> translations,
    @Nullable String conductedOn,
    String score,
    String band,
    String valid,
    @Nullable String redFlags,
    @Nullable String noRedFlag,
    List<String> arithmetic,
    Ages ages,
    Respondent respondent,
    Administration administration,
    Licence licence,
    ScoringNotes scoring,
    List<AlarmRule> alarms,
    boolean screeningOnly) {

  /** The purpose whose band is a level of risk. */
  public static final String RISK = "risk";

  @SuppressWarnings("NullAway") // Jackson passes null for what is absent
  public InstrumentDescriptor {
    translations = Map.copyOf(translations);
    score = score == null ? "/data/result/score" : score;
    band = band == null ? "/data/result/band" : band;
    valid = valid == null ? "/data/result/valid" : valid;
    arithmetic = arithmetic == null ? List.of() : List.copyOf(arithmetic);
    ages = ages == null ? Ages.ALL : ages;
    respondent = respondent == null ? Respondent.WORKER : respondent;
    administration = administration == null ? Administration.ANY_CASEWORKER : administration;
    licence = licence == null ? Licence.OWN : licence;
    scoring = scoring == null ? ScoringNotes.NONE : scoring;
    alarms = alarms == null ? List.of() : List.copyOf(alarms);
  }

  public boolean setsRisk() {
    return purpose.equals(RISK);
  }

  /** Every node it names; a form may do without the one that says whether it is valid. */
  Stream<String> paths() {
    return Stream.of(
            Stream.of(conductedOn, score, band, redFlags).filter(Objects::nonNull),
            arithmetic.stream(),
            alarms.stream().map(AlarmRule::node),
            scoring.scales().stream().map(ScoringNotes.Scale::node))
        .flatMap(paths -> paths);
  }
}
