package org.hifazat.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hifazat.assessment.instrument.AnswerProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing a stranger sends gets past the form, and nothing breaks the service. */
class HostileSubmissionTest {

  private static final Instrument MATRIX = RiskMatrix.published();
  private static final String GOOD = Filled.matrix(1, 1).xml();

  private static final String LAUGHS =
      """
      <!DOCTYPE data [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
      <data id="kp-risk-matrix" version="1"><conducted_on>&d;</conducted_on></data>""";

  private static final String FILE =
      """
      <!DOCTYPE data [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <data id="kp-risk-matrix" version="1"><conducted_on>&x;</conducted_on></data>""";

  static Stream<Arguments> refused() {
    Filled good = Filled.matrix(1, 1);
    return Stream.of(
        arguments("nothing at all", "", "", Kind.NOT_WELL_FORMED),
        arguments("no XML", "risk: none", "", Kind.NOT_WELL_FORMED),
        arguments("cut off", GOOD.substring(0, GOOD.length() - 4), "", Kind.NOT_WELL_FORMED),
        arguments("two roots", GOOD + GOOD, "", Kind.NOT_WELL_FORMED),
        arguments("an undeclared entity", GOOD.replace("alone", "&x;"), "", Kind.NOT_WELL_FORMED),
        arguments("an unbound prefix", "<x:data/>", "", Kind.NOT_WELL_FORMED),
        arguments("a forbidden character", GOOD.replace("alone", "&#0;"), "", Kind.NOT_WELL_FORMED),
        arguments("a billion laughs", LAUGHS, "", Kind.DOCUMENT_TYPE_FORBIDDEN),
        arguments("an external entity", FILE, "", Kind.DOCUMENT_TYPE_FORBIDDEN),
        arguments("a document type", "<!DOCTYPE data>" + GOOD, "", Kind.DOCUMENT_TYPE_FORBIDDEN),
        arguments("too much", GOOD + " ".repeat(Instrument.SUBMISSION_LIMIT), "", Kind.TOO_LARGE),
        arguments("another form", good.xml("id=\"other\" version=\"1\""), "", Kind.WRONG_FORM),
        arguments("no form", good.xml("version=\"1\""), "", Kind.WRONG_FORM),
        arguments("another root", "<form id=\"kp-risk-matrix\"/>", "", Kind.WRONG_FORM),
        arguments(
            "another namespace",
            good.xml("xmlns=\"urn:x\" id=\"kp-risk-matrix\" version=\"1\""),
            "",
            Kind.WRONG_FORM),
        arguments(
            "another version",
            good.xml("id=\"kp-risk-matrix\" version=\"2\""),
            "",
            Kind.WRONG_VERSION),
        arguments("no version", good.xml("id=\"kp-risk-matrix\""), "", Kind.WRONG_VERSION),
        arguments(
            "an unknown node",
            good.with("/data/harm/name_of_child", "x").xml(),
            "/data/harm",
            Kind.UNKNOWN_NODE),
        arguments(
            "a node inside an answer",
            good.with("/data/child_seen/deeper", "x").without("/data/child_seen").xml(),
            "/data/child_seen",
            Kind.UNKNOWN_NODE),
        arguments(
            "the same answer twice",
            GOOD.replace("<child_seen>", "<child_seen>alone</child_seen><child_seen>"),
            "/data/child_seen",
            Kind.REPEATED_NODE),
        arguments(
            "the same group twice",
            GOOD.replace("<harm>", "<harm/><harm>"),
            "/data/harm",
            Kind.REPEATED_NODE),
        arguments(
            "text between answers",
            GOOD.replace("<harm>", "<harm>psst"),
            "/data/harm",
            Kind.UNEXPECTED_TEXT),
        arguments(
            "an unknown attribute",
            GOOD.replace("<harm>", "<harm onload=\"x\">"),
            "/data/harm",
            Kind.UNKNOWN_ATTRIBUTE),
        arguments(
            "an unknown choice",
            good.with("/data/harm/severity", "4").xml(),
            "/data/harm/severity",
            Kind.UNKNOWN_CHOICE),
        arguments(
            "an unknown red flag",
            good.redFlags("trafficking other").xml(),
            "/data/danger/red_flags",
            Kind.UNKNOWN_CHOICE),
        arguments(
            "two answers where one is asked",
            good.with("/data/harm/severity", "1 2").xml(),
            "/data/harm/severity",
            Kind.INVALID_ANSWER),
        arguments(
            "a choice twice",
            good.redFlags("trafficking trafficking").xml(),
            "/data/danger/red_flags",
            Kind.INVALID_ANSWER),
        arguments(
            "a day there never was",
            good.with("/data/conducted_on", "2026-02-30").xml(),
            "/data/conducted_on",
            Kind.INVALID_ANSWER),
        arguments(
            "a date in words",
            good.with("/data/conducted_on", "yesterday").xml(),
            "/data/conducted_on",
            Kind.INVALID_ANSWER),
        arguments(
            "an instance id that is no id",
            good.with("/data/meta/instanceID", "uuid: <b>").xml(),
            "/data/meta/instanceID",
            Kind.INVALID_ANSWER),
        arguments(
            "a date in the future",
            good.with("/data/conducted_on", "2026-01-16").xml(),
            "/data/conducted_on",
            Kind.CONSTRAINT),
        arguments(
            "none of these beside a red flag",
            good.redFlags("none trafficking").xml(),
            "/data/danger/red_flags",
            Kind.CONSTRAINT),
        arguments(
            "no protection beside a protective factor",
            good.with("/data/protection/factors", "none safe-place").xml(),
            "/data/protection/factors",
            Kind.CONSTRAINT),
        arguments(
            "more credit than factors",
            good.credit(2, "safe-place").xml(),
            "/data/protection/credit",
            Kind.CONSTRAINT),
        arguments(
            "credit on a word of evidence",
            good.credit(1, "safe-place").with("/data/protection/evidence", "yes          ").xml(),
            "/data/protection/evidence",
            Kind.CONSTRAINT),
        arguments(
            "a novel",
            good.with("/data/harm/harm_basis", "x".repeat(2001)).xml(),
            "/data/harm/harm_basis",
            Kind.CONSTRAINT),
        arguments(
            "credit without evidence",
            good.credit(1, "safe-place").without("/data/protection/evidence").xml(),
            "/data/protection/evidence",
            Kind.REQUIRED),
        arguments(
            "blank evidence",
            good.credit(1, "safe-place").with("/data/protection/evidence", "  \n ").xml(),
            "/data/protection/evidence",
            Kind.REQUIRED),
        arguments(
            "a factor nobody weighed",
            good.with("/data/protection/factors", "safe-place").xml(),
            "/data/protection/credit",
            Kind.REQUIRED),
        arguments(
            "a red flag without what was seen",
            good.with("/data/danger/red_flags", "trafficking").xml(),
            "/data/danger/red_flag_basis",
            Kind.REQUIRED),
        arguments(
            "no severity",
            good.without("/data/harm/severity").xml(),
            "/data/harm/severity",
            Kind.REQUIRED),
        arguments(
            "nobody asked about red flags",
            good.without("/data/danger/red_flags").xml(),
            "/data/danger/red_flags",
            Kind.REQUIRED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedWithThePreciseProblem(String what, String submission, String path, Kind kind) {
    assertThat(problems(submission)).as(what).containsExactly(new AnswerProblem(path, kind));
  }

  @Test
  void everyMissingAnswerIsNamedAtOnce() {
    assertThat(problems("<data id=\"kp-risk-matrix\" version=\"1\"/>"))
        .extracting(AnswerProblem::path)
        .containsExactly(
            "/data/conducted_on",
            "/data/child_seen",
            "/data/danger/red_flags",
            "/data/harm/likelihood",
            "/data/harm/severity",
            "/data/protection/factors");
  }

  @Test
  void deepNestingIsRefusedNotFollowed() {
    String deep =
        "<data id=\"kp-risk-matrix\" version=\"1\">"
            + "<a>".repeat(5_000)
            + "</a>".repeat(5_000)
            + "</data>";
    assertThat(problems(deep)).hasSize(1);
  }

  @Test
  void thousandsOfUnknownNodesMakeOneProblem() {
    String many = "<data id=\"kp-risk-matrix\" version=\"1\">" + "<a/>".repeat(5_000) + "</data>";
    assertThat(problems(many)).containsExactly(new AnswerProblem("/data", Kind.UNKNOWN_NODE));
  }

  @Test
  void whatOdkCollectAddsIsAccepted() {
    String collect =
        Filled.matrix(1, 1)
            .with("/data/meta/instanceID", "uuid:3f2a6f0e-7a53-4c51-8c0c-2b6a7b1a1d11")
            .xml(
                "xmlns:orx=\"http://openrosa.org/xforms\" xmlns:jr=\"http://openrosa.org/javarosa\""
                    + " id=\"kp-risk-matrix\" version=\"1\"")
            .replace("meta>", "orx:meta>")
            .replace("instanceID>", "orx:instanceID>");
    assertThat(MATRIX.score("<?xml version='1.0' ?>" + collect, RiskMatrix.TODAY))
        .isInstanceOf(Scoring.Scored.class);
  }

  /** Mutilated in thousands of seeded ways: a result or a refusal, never an exception. */
  @Test
  void noMutationBreaksTheScoring() {
    String[] seeds = {
      Filled.matrix(2, 3).credit(2, "safe-place seeks-help").redFlags("trafficking").xml(),
      Filled.matrix(0, 0).claiming("3", "medium").xml()
    };
    String[] scraps = {
      "<", ">", "&", "\"", "'", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "</harm>", "<harm>",
      "1e309", "NaN", "-1", "0x1", "٣", "none", "\u0000", "\uD800", "\u202E", " ", "\n", "${x}",
      "jr:itext('x')", "2026-01-15", "9999999999", "<a b='c'/>", "xmlns:x='y'", "&#x10FFFF;"
    };
    Random random = new Random(20_261_121);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder(seeds[round % seeds.length]);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + random.nextInt(12));
        text.replace(at, to, random.nextBoolean() ? scraps[random.nextInt(scraps.length)] : "");
      }
      Scoring scoring = MATRIX.score(text.toString(), RiskMatrix.TODAY);
      switch (scoring) {
        case Scoring.Scored scored -> assertThat(scored.score()).isBetween(0, 9);
        case Scoring.Refused refused -> assertThat(refused.problems()).isNotEmpty();
      }
    }
  }

  /** Well-formed, but with answers from a hat: still a result or a refusal. */
  @Test
  void noCombinationOfAnswersBreaksTheScoring() {
    String[] values = {
      "",
      "0",
      "1",
      "2",
      "3",
      "4",
      "-1",
      "1.5",
      "none",
      "trafficking",
      "none trafficking",
      "safe-place",
      "safe-place seeks-help",
      "alone",
      "2026-01-15",
      "x".repeat(3_000),
      "بچہ",
      "NaN"
    };
    List<String> paths = List.copyOf(RiskMatrix.golden().getLast().answers().keySet());
    List<String> more =
        Stream.concat(
                paths.stream(),
                Stream.of(
                    "/data/danger/red_flag_basis",
                    "/data/protection/evidence",
                    "/data/result/score",
                    "/data/result/band",
                    "/data/result/note_low",
                    "/data/notice"))
            .toList();
    Random random = new Random(7);
    for (int round = 0; round < 1_500; round++) {
      Filled filled = Filled.matrix(random.nextInt(4), random.nextInt(4));
      for (int change = random.nextInt(5); change > 0; change--) {
        filled =
            filled.with(
                more.get(random.nextInt(more.size())), values[random.nextInt(values.length)]);
      }
      Scoring scoring = MATRIX.score(filled.xml(), RiskMatrix.TODAY);
      if (scoring instanceof Scoring.Refused refused) {
        assertThat(refused.problems())
            .isNotEmpty()
            .extracting(AnswerProblem::kind)
            .doesNotContain(Kind.NOT_SCORABLE);
      }
    }
  }

  private static List<AnswerProblem> problems(String submission) {
    Scoring scoring = MATRIX.score(submission, RiskMatrix.TODAY);
    assertThat(scoring).isInstanceOf(Scoring.Refused.class);
    return ((Scoring.Refused) scoring).problems();
  }
}
