package org.hifazat.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A form is published when it is whole, in three languages and within what both engines do. */
class PublishingTest {

  @Test
  void theRiskMatrixIsPublishedWithItsTitleInThreeLanguages() {
    Instrument matrix = RiskMatrix.published();
    assertThat(matrix.id()).isEqualTo("kp-risk-matrix");
    assertThat(matrix.version()).isEqualTo("1");
    assertThat(matrix.title().ur()).isNotBlank().isNotEqualTo(matrix.title().ps());
    assertThat(matrix.form()).isEqualTo(RiskMatrix.form());
  }

  @Test
  void whatIsNotValidatedSaysSoInTheFormAndBesideIt() {
    assertThat(RiskMatrix.published().translations())
        .isEqualTo(Map.of("en", "original", "ur", "working", "ps", "working"));
    assertThat(RiskMatrix.form()).contains("توثیق شدہ نہیں").contains("کاري ژباړه");
  }

  @Test
  void theFingerprintChangesWithTheForm() {
    String changed =
        RiskMatrix.form().replace("Likelihood × severity", "Likelihood times severity");
    assertThat(Instrument.publish(RiskMatrix.descriptor(), changed).fingerprint())
        .hasSize(64)
        .isNotEqualTo(RiskMatrix.published().fingerprint());
  }

  static Stream<Arguments> unpublishable() {
    String form = RiskMatrix.form();
    return Stream.of(
        arguments("<!DOCTYPE html>" + form.substring(form.indexOf("<!--")), "document-type"),
        arguments(form.substring(0, 500), "not-well-formed"),
        arguments(form + " ".repeat(1_100_000), "too-large"),
        arguments(form.replace("lang=\"ps\"", "lang=\"fa\""), "languages are"),
        arguments(form.replaceFirst("<text id=\"factor-none\">.*", ""), "factor-none is missing"),
        arguments(form.replaceFirst("<value>Score</value>", "<value> </value>"), "score:label"),
        arguments(form.replace("jr:itext('credit-2')", "jr:itext('gone')"), "not in three"),
        arguments(
            form.replaceFirst("<label ref=\"jr:itext\\('/data/child_seen:label'\\)\"/>", ""),
            "child_seen has no label"),
        arguments(form.replace("today()", "now()"), "forbidden function"),
        arguments(form.replace("number(/data", "random() + number(/data"), "forbidden function"),
        arguments(
            form.replace("</instance>", "</instance><instance id=\"x\" src=\"jr://file/x.csv\"/>"),
            "reads another file"),
        arguments(
            form.replace("<group ref=\"/data/harm\">", "<group ref=\"/data/harm\"><repeat/>"),
            "uses <repeat>"),
        arguments(
            form.replace(
                "<group ref=\"/data/harm\">",
                "<group ref=\"/data/harm\"><upload ref=\"/data/photo\"/>"),
            "uses <upload>"),
        arguments(
            form.replace(
                "<group ref=\"/data/harm\">",
                "<group ref=\"/data/harm\"><odk:rank xmlns:odk=\"http://www.opendatakit.org/xforms\"/>"),
            "uses <rank>"),
        arguments(
            form.replace("<score/>", "<score/><upload/>")
                .replace(
                    "<group ref=\"/data/harm\">",
                    "<group ref=\"/data/harm\"><upload ref=\"/data/result/upload\"/>"),
            "uses <upload>"),
        arguments(
            form.replaceFirst("<value>safe-place</value>", "<value>safe place</value>"),
            "bad choice"),
        arguments(
            form.replaceFirst("<value>safe-place</value>", "<value>seeks-help</value>"),
            "bad choice"),
        arguments(
            form.replace(
                "nodeset=\"/data/conducted_on\" type=\"date\"",
                "nodeset=\"/data/conducted_on\" type=\"geopoint\""),
            "cannot be read"),
        arguments(form.replace("id=\"kp-risk-matrix\"", "id=\"other\""), "differ"),
        arguments(
            form.replace("<score/>", "<points/>").replace("/result/score", "/result/points"),
            "absent node"),
        arguments(
            form.replace("if(/data/harm/likelihood", "if((/data/harm/likelihood"), "JavaRosa"));
  }

  @ParameterizedTest
  @MethodSource("unpublishable")
  void aFormThatMustNotBePublishedIsRefusedWithTheReason(String form, String reason) {
    assertThat(form).isNotEqualTo(RiskMatrix.form());
    assertThatThrownBy(() -> Instrument.publish(RiskMatrix.descriptor(), form))
        .isInstanceOf(Instrument.UnpublishableFormException.class)
        .hasMessageContaining(reason);
  }
}
