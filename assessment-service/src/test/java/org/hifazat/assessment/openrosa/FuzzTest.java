package org.hifazat.assessment.openrosa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.assessment.instrument.FormReview;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.RiskMatrix;
import org.hifazat.assessment.instrument.Scoring;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent as a form or as a submission, the answer is a refusal or a result: no parser
 * throws. The seed is fixed, so that a failure comes again.
 */
class FuzzTest {

  private static final long SEED = 20261122;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  /** Pieces that have broken parsers before. */
  private static final Arbitrary<String> PIECES =
      Arbitraries.of(
          "<",
          ">",
          "&",
          "&amp;",
          "&b;",
          "]]>",
          "<![CDATA[",
          "<!--",
          "<!DOCTYPE a [",
          "<?x ?>",
          "\u0000",
          "\uFFFF",
          "\uD800",
          "\"",
          "'",
          "=",
          "{{",
          "}}",
          "{{item1}}",
          "/",
          "..",
          "//",
          "id=\"kp-risk-matrix\"",
          "version=\"1\"",
          "xmlns=\"urn:x\"",
          "<data>",
          "</data>",
          "<repeat/>",
          "<instance>",
          "today()",
          "concat(",
          "jr:itext('",
          "9".repeat(400),
          "-1e999",
          "NaN",
          "کیس",
          "\r\n--AaB03x",
          "Content-Disposition: form-data; name=");

  private static final Arbitrary<String> JUNK =
      Arbitraries.frequencyOf(
              Tuple.of(3, PIECES), Tuple.of(1, Arbitraries.strings().all().ofMaxLength(6)))
          .list()
          .ofMaxSize(4)
          .map(parts -> String.join("", parts));

  @Test
  void noSubmissionBreaksTheEngine() {
    Instrument matrix = Instrument.open(RiskMatrix.descriptor(), RiskMatrix.form());
    String good = Filled.matrix(2, 2).redFlags("trafficking").xml();
    mutations(good, 1_500)
        .forEach(
            text -> {
              Scoring scoring = matrix.score(text, TODAY);
              if (scoring instanceof Scoring.Scored scored) {
                assertThat(scored.score()).isBetween(0, 9);
                assertThat(scored.level()).isPresent();
              } else if (scoring instanceof Scoring.Refused refused) {
                assertThat(refused.problems()).isNotEmpty();
              }
            });
  }

  @Test
  void noCollectedSubmissionBreaksTheReader() {
    String good =
        Filled.matrix(1, 1)
            .with("/data/hifazat/case", "0b7a8a52-5f0e-4d6a-9d53-2f1f6a1c0001")
            .with("/data/meta/instanceID", "uuid:0b7a8a52-5f0e-4d6a-9d53-2f1f6a1c0002")
            .xml();
    assertThat(CollectedSubmission.read(good).orElseThrow().caseId()).isPresent();
    mutations(good, 3_000)
        .forEach(
            text ->
                assertThatCode(
                        () -> CollectedSubmission.read(text).map(CollectedSubmission::withoutMeta))
                    .doesNotThrowAnyException());
  }

  @Test
  void noBodyBreaksTheReaderOfParts() {
    String good =
        "--AaB03x\r\nContent-Disposition: form-data; name=\"xml_submission_file\"\r\n\r\n<data/>\r\n--AaB03x--\r\n";
    String type = "multipart/form-data; boundary=AaB03x";
    assertThat(Multipart.read(type, bytes(good)).orElseThrow())
        .containsExactly(new Multipart.Part("xml_submission_file", "<data/>"));
    List<String> types = mutations(type, 200);
    List<String> bodies = mutations(good, 5_000);
    for (int i = 0; i < bodies.size(); i++) {
      String contentType = i % 2 == 0 ? type : types.get(i % types.size());
      Optional<List<Multipart.Part>> parts = Multipart.read(contentType, bytes(bodies.get(i)));
      parts.ifPresent(found -> assertThat(found).isNotEmpty());
    }
  }

  @Test
  void noFormBreaksTheReview() {
    String form = RiskMatrix.form();
    mutations(form, 250)
        .forEach(
            text ->
                assertThatCode(
                        () ->
                            FormReview.findings(
                                RiskMatrix.descriptor(),
                                text,
                                List.of(),
                                Optional.of(List.of()),
                                TODAY))
                    .as(text.length() + " " + text.hashCode())
                    .doesNotThrowAnyException());
  }

  /** The text with something put in, cut out, doubled or exchanged at some places. */
  private static List<String> mutations(String text, int count) {
    List<String> mutations = new ArrayList<>();
    // jqwik makes values inside a session only.
    JqwikSession.run(() -> mutations.addAll(mutated(text, count)));
    return mutations;
  }

  private static List<String> mutated(String text, int count) {
    Random random = new Random(SEED);
    RandomGenerator<String> junk = JUNK.generator(1000);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              StringBuilder changed = new StringBuilder(text);
              for (int times = 1 + random.nextInt(3); times > 0; times--) {
                int at = random.nextInt(changed.length() + 1);
                int to = Math.min(changed.length(), at + random.nextInt(40));
                switch (random.nextInt(4)) {
                  case 0 -> changed.insert(at, junk.next(random).value());
                  case 1 -> changed.delete(at, to);
                  case 2 -> changed.insert(at, changed.substring(at, to));
                  case 3 -> changed.replace(at, to, junk.next(random).value());
                  default -> throw new IllegalStateException();
                }
              }
              return changed.toString();
            })
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
