package org.hifazat.assessment.instrument;

import java.util.Locale;

/**
 * What is wrong with one answer. Names only nodes the form itself has, never what was submitted.
 *
 * @param path of the form's node, for example {@code /data/harm/likelihood}; empty for the whole
 */
public record AnswerProblem(String path, Kind kind) {

  /** Why an answer or a whole submission is refused. */
  public enum Kind {
    NOT_WELL_FORMED,
    DOCUMENT_TYPE_FORBIDDEN,
    TOO_LARGE,
    WRONG_FORM,
    WRONG_VERSION,
    UNKNOWN_NODE,
    UNKNOWN_ATTRIBUTE,
    REPEATED_NODE,
    UNEXPECTED_TEXT,
    INVALID_ANSWER,
    UNKNOWN_CHOICE,
    REQUIRED,
    CONSTRAINT,
    NOT_RELEVANT,
    NOT_SCORABLE;

    /** The code in problem documents, for example {@code unknown-choice}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
