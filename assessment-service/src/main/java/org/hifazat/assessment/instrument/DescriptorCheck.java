package org.hifazat.assessment.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what is said of an instrument is whole. */
public final class DescriptorCheck {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern VERSION =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z_][A-Za-z0-9_.-]*){2,}");
  private static final Set<String> PURPOSES =
      Set.of(
          "risk",
          "initial",
          "comprehensive",
          "best-interests",
          "home",
          "child-labour",
          "depression",
          "anxiety",
          "trauma",
          "suicide",
          "broad",
          "substance",
          "resilience",
          "wellbeing",
          "functioning",
          "strengths",
          "safe-places",
          "caregiver-mental-health");
  private static final Set<String> LANGUAGES = Set.of("en", "ur", "ps");
  private static final Set<String> STATUSES = Set.of("original", "validated", "working");
  private static final Set<String> ALARMS = Set.of("suicide", "ongoing-abuse");

  private final List<Finding> findings = new ArrayList<>();

  private DescriptorCheck() {}

  /** Whether something can be assessed for it. */
  public static boolean isPurpose(String code) {
    return PURPOSES.contains(code);
  }

  /** What keeps it from naming a version of an instrument at all. */
  public static List<Finding> identity(InstrumentDescriptor instrument) {
    DescriptorCheck check = new DescriptorCheck();
    check.must(matches(ID, instrument.id(), 64), "id");
    check.must(matches(VERSION, instrument.version(), 32), "version");
    check.must(instrument.paths().allMatch(path -> matches(PATH, path, 200)), "paths");
    check.must(matches(PATH, instrument.valid(), 200), "valid");
    return check.findings;
  }

  /** What is missing or cannot be meant. */
  static List<Finding> findings(InstrumentDescriptor instrument) {
    DescriptorCheck check = new DescriptorCheck();
    check.must(whole(instrument.title()), "title");
    check.must(instrument.purpose() != null && isPurpose(instrument.purpose()), "purpose");
    Map<String, String> translations = instrument.translations();
    check.must(
        translations.keySet().equals(LANGUAGES) && STATUSES.containsAll(translations.values()),
        "translations");
    Ages ages = instrument.ages();
    check.must(
        ages.fromMonths() >= 0 && (ages.toMonths() == null || ages.toMonths() >= ages.fromMonths()),
        "ages");
    Licence licence = instrument.licence();
    check.must(
        licence.id() != null
            && licence.permits() != null
            && (!licence.needsAcceptance() || whole(licence.terms())),
        "licence");
    check.must(
        instrument.scoring().bands().stream()
            .allMatch(
                band ->
                    matches(Pattern.compile("[a-z0-9_-]+"), band.code(), 64)
                        && whole(band.label())),
        "scoring");
    check.must(
        instrument.alarms().stream()
            .allMatch(
                rule -> ALARMS.contains(rule.kind()) && rule.values().containsAll(rule.imminent())),
        "alarms");
    return check.findings;
  }

  private void must(boolean holds, String field) {
    if (!holds) {
      findings.add(
          new Finding("/descriptor/" + field, "invalid-value", field + " is missing or unusable"));
    }
  }

  private static boolean matches(Pattern pattern, @Nullable String text, int longest) {
    return text != null && text.length() <= longest && pattern.matcher(text).matches();
  }

  private static boolean whole(@Nullable Texts texts) {
    return texts != null && filled(texts.en()) && filled(texts.ur()) && filled(texts.ps());
  }

  private static boolean filled(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
