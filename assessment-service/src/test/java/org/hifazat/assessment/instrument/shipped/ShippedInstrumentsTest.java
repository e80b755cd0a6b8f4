package org.hifazat.assessment.instrument.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hifazat.assessment.instrument.AnswerProblem;
import org.hifazat.assessment.instrument.Licence;
import org.hifazat.assessment.instrument.RaisedAlarm;
import org.hifazat.assessment.instrument.Scoring;
import org.hifazat.assessment.instrument.ScoringNotes;
import org.hifazat.assessment.instrument.Texts;
import org.hifazat.assessment.instrument.shipped.Shipped.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every shipped instrument, whatever it asks. */
class ShippedInstrumentsTest {

  private static final Pattern LICENSED = Pattern.compile("\\{\\{([a-z0-9-]+)}}");
  private static final Pattern TEXT =
      Pattern.compile("<text id=\"([^\"]+)\"><value>([^<]*)</value></text>");

  static List<Shipped> all() {
    return Shipped.all();
  }

  static List<Shipped> free() {
    return Shipped.all().stream().filter(one -> !licensed(one)).toList();
  }

  static List<Shipped> licensed() {
    return Shipped.all().stream().filter(ShippedInstrumentsTest::licensed).toList();
  }

  private static boolean licensed(Shipped shipped) {
    return shipped.descriptor().licence().permits() == Licence.Permits.TERMS;
  }

  @Test
  void thePurposesOfTheCaseWorkAreAllServed() {
    assertThat(Shipped.all().stream().map(one -> one.descriptor().purpose()))
        .contains(
            "risk",
            "initial",
            "comprehensive",
            "best-interests",
            "home",
            "child-labour",
            "strengths",
            "safe-places",
            "depression",
            "anxiety",
            "trauma",
            "suicide",
            "broad",
            "substance",
            "resilience",
            "wellbeing",
            "functioning",
            "caregiver-mental-health");
  }

  /** Their holders forbid it: no electronic SDQ without Youthinmind, HOME is sold. */
  @Test
  void neitherSdqNorHomeIsShipped() {
    assertThat(Shipped.all())
        .noneMatch(one -> one.descriptor().id().startsWith("sdq"))
        .noneMatch(
            one -> one.form().toLowerCase(Locale.ROOT).contains("strengths and difficulties"))
        .noneMatch(one -> one.descriptor().title().en().contains("HOME"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyGoldenSetScoresAsWrittenAndNothingItAnswersIsPruned(Shipped shipped) {
    for (Golden golden : shipped.golden()) {
      Scoring.Scored scored = shipped.scored(golden.answers());
      assertThat(scored.band()).as(golden.name()).isEqualTo(golden.band());
      assertThat(scored.valid()).as(golden.name()).isEqualTo(golden.isValid());
      assertThat(scored.rejectedClaims()).as(golden.name()).isEmpty();
      if (golden.isValid()) {
        assertThat(scored.score()).as(golden.name()).isEqualTo(golden.score());
      }
      assertThat(golden.answers().keySet())
          .as(golden.name())
          .allMatch(
              path ->
                  scored.answers().contains("<" + path.substring(path.lastIndexOf('/') + 1) + ">"));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyBandIsReachedByAGoldenSetAndNamedInThreeLanguages(Shipped shipped) {
    List<ScoringNotes.Band> bands = shipped.descriptor().scoring().bands();
    assertThat(shipped.golden().stream().filter(Golden::isValid).map(Golden::band).distinct())
        .containsExactlyInAnyOrderElementsOf(bands.stream().map(ScoringNotes.Band::code).toList());
    bands.forEach(
        band -> {
          Texts label = band.label();
          assertThat(List.of(label.en(), label.ur(), label.ps())).allMatch(text -> !text.isBlank());
        });
    for (Golden golden : shipped.golden()) {
      Integer score = golden.score();
      if (golden.isValid() && score != null && shipped.descriptor().redFlags() == null) {
        ScoringNotes.Band band =
            bands.stream()
                .filter(one -> one.code().equals(golden.band()))
                .findFirst()
                .orElseThrow();
        assertThat(score)
            .as(golden.name())
            .isBetween(
                band.from() == null ? Integer.MIN_VALUE : band.from(),
                band.to() == null ? Integer.MAX_VALUE : band.to());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyAlarmIsRaisedBySomeGoldenSetAndNoneByTheMildest(Shipped shipped) {
    Set<String> raised = new HashSet<>();
    for (Golden golden : shipped.golden()) {
      shipped.scored(golden.answers()).alarms().stream()
          .map(RaisedAlarm::question)
          .forEach(raised::add);
    }
    assertThat(raised)
        .containsExactlyInAnyOrderElementsOf(
            shipped.descriptor().alarms().stream()
                .map(rule -> rule.node().substring(rule.node().lastIndexOf('/') + 1))
                .distinct()
                .toList());
    assertThat(shipped.scored(shipped.golden().getFirst().answers()).alarms()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aDayInTheFutureIsRefused(Shipped shipped) {
    Map<String, String> answers =
        Shipped.with(shipped.golden().getFirst().answers(), "/data/conducted_on", "2026-01-16");
    assertThat(shipped.score(answers))
        .isEqualTo(
            new Scoring.Refused(
                List.of(new AnswerProblem("/data/conducted_on", AnswerProblem.Kind.CONSTRAINT))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatNobodyHasValidatedSaysSoInTheFormItself(Shipped shipped) {
    assertThat(shipped.descriptor().translations())
        .isEqualTo(Map.of("en", "original", "ur", "working", "ps", "working"));
    assertThat(shipped.form()).contains("توثیق شدہ نہیں").contains("کاري ژباړه");
  }

  @ParameterizedTest
  @MethodSource("all")
  void aScreenSaysThatItIsNoDiagnosis(Shipped shipped) {
    if (shipped.descriptor().screeningOnly() && !shipped.descriptor().id().equals("asq")) {
      assertThat(shipped.form()).contains("This is a screen, not a diagnosis");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void licenceScoringAndSourceAreNamed(Shipped shipped) {
    assertThat(shipped.descriptor().licence().holder()).isNotBlank();
    assertThat(shipped.descriptor().scoring().source()).isNotBlank();
    assertThat(shipped.descriptor().scoring().missing()).isNotBlank();
    assertThat(shipped.descriptor().scoring().bands()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("free")
  void whatIsFreeHasItsWordingInUrduAndPashtoScript(Shipped shipped) {
    assertThat(LICENSED.matcher(shipped.form()).find()).isFalse();
    Stream.of("ur", "ps")
        .map(language -> translation(shipped.form(), language))
        .forEach(
            texts ->
                assertThat(TEXT.matcher(texts).results().map(found -> found.group(2)))
                    .isNotEmpty()
                    .allMatch(text -> text.codePoints().anyMatch(ShippedInstrumentsTest::arabic)));
  }

  /** No item of a licensed instrument is in the form: only names of what is to be loaded. */
  @ParameterizedTest
  @MethodSource("licensed")
  void whatIsLicensedHasNoWordingButTermsInThreeLanguages(Shipped shipped) {
    Texts terms = Objects.requireNonNull(shipped.descriptor().licence().terms());
    assertThat(List.of(terms.en(), terms.ur(), terms.ps())).allMatch(text -> text.length() > 60);
    for (String language : List.of("en", "ur", "ps")) {
      assertThat(
              TEXT.matcher(translation(shipped.form(), language))
                  .results()
                  .filter(
                      found -> found.group(1).matches("/data/(items|part_a|part_b)(/.*)?:label"))
                  .map(found -> found.group(2)))
          .isNotEmpty()
          .allMatch(text -> LICENSED.matcher(text).matches());
    }
  }

  private static String translation(String form, String language) {
    String from = form.substring(form.indexOf("<translation lang=\"" + language + "\""));
    return from.substring(0, from.indexOf("</translation>"));
  }

  private static boolean arabic(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.ARABIC;
  }
}
