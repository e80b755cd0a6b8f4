package org.hifazat.assessment.instrument;

import java.util.Optional;
import org.w3c.dom.Element;

/** Single answers of a submission as it counts. */
public final class AnswerValues {

  private final Element root;

  private AnswerValues(Element root) {
    this.root = root;
  }

  /**
   * @param answers the submission as it counts
   * @throws IllegalArgumentException when it is none
   */
  public static AnswerValues of(String answers) {
    return switch (HardenedXml.read(answers, Instrument.SUBMISSION_LIMIT * 2)) {
      case HardenedXml.Reading.Unreadable unreadable ->
          throw new IllegalArgumentException("No answers: " + unreadable.why().code());
      case HardenedXml.Reading.Document read -> new AnswerValues(read.root());
    };
  }

  /**
   * The answer at a path; empty when there is none.
   *
   * @param path as in /data/care/care_level
   */
  public Optional<String> at(String path) {
    String[] steps = path.split("/");
    Optional<Element> node = Optional.of(root).filter(it -> it.getLocalName().equals(steps[1]));
    for (int i = 2; i < steps.length; i++) {
      String name = steps[i];
      node =
          node.stream()
              .flatMap(parent -> SubmissionShape.children(parent).stream())
              .filter(child -> child.getLocalName().equals(name))
              .findFirst();
    }
    return node.map(Element::getTextContent).filter(text -> !text.isBlank());
  }
}
