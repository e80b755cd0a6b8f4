package org.hifazat.assessment.instrument;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.xform.util.XFormAnswerDataParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer strictly. JavaRosa's own reader is lenient: it drops unknown choices and takes
 * many date forms.
 */
final class AnswerReader {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int FIRST_YEAR = 1900;

  /** An answer JavaRosa can take, nothing (left empty), or why not. */
  record Read(@Nullable IAnswerData data, Optional<AnswerProblem.Kind> problem) {}

  private AnswerReader() {}

  /** True when this class knows how to read answers of that kind. */
  static boolean supports(QuestionDef question, int dataType) {
    return isSelect(question) || List.of(types()).contains(dataType);
  }

  static Read read(QuestionDef question, int dataType, String text) {
    if (text.isBlank()) {
      return new Read(null, Optional.empty());
    }
    Optional<AnswerProblem.Kind> problem =
        isSelect(question) ? choices(question, text.strip()) : typed(dataType, text);
    if (problem.isPresent()) {
      return new Read(null, problem);
    }
    boolean isText = !isSelect(question) && isText(dataType);
    return new Read(
        XFormAnswerDataParser.getAnswerData(isText ? text : text.strip(), dataType, question),
        Optional.empty());
  }

  private static boolean isSelect(QuestionDef question) {
    return question.getControlType() == Constants.CONTROL_SELECT_ONE
        || question.getControlType() == Constants.CONTROL_SELECT_MULTI;
  }

  private static Optional<AnswerProblem.Kind> choices(QuestionDef question, String text) {
    List<String> chosen = Arrays.asList(text.split("\\s+"));
    boolean one = question.getControlType() == Constants.CONTROL_SELECT_ONE;
    if (one && chosen.size() > 1 || new HashSet<>(chosen).size() < chosen.size()) {
      return Optional.of(AnswerProblem.Kind.INVALID_ANSWER);
    }
    boolean known = chosen.stream().allMatch(code -> question.getChoiceForValue(code) != null);
    return known ? Optional.empty() : Optional.of(AnswerProblem.Kind.UNKNOWN_CHOICE);
  }

  private static Optional<AnswerProblem.Kind> typed(int dataType, String text) {
    String value = text.strip();
    boolean readable =
        isText(dataType)
            || dataType == Constants.DATATYPE_INTEGER && WHOLE.matcher(value).matches()
            || dataType == Constants.DATATYPE_DECIMAL && DECIMAL.matcher(value).matches()
            || dataType == Constants.DATATYPE_DATE && isDate(value);
    return readable ? Optional.empty() : Optional.of(AnswerProblem.Kind.INVALID_ANSWER);
  }

  private static boolean isDate(String value) {
    try {
      return DATE.matcher(value).matches() && LocalDate.parse(value).getYear() >= FIRST_YEAR;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  static boolean isNumber(String text) {
    return DECIMAL.matcher(text).matches();
  }

  private static boolean isText(int dataType) {
    return dataType == Constants.DATATYPE_TEXT || dataType == Constants.DATATYPE_NULL;
  }

  private static Integer[] types() {
    return new Integer[] {
      Constants.DATATYPE_NULL,
      Constants.DATATYPE_TEXT,
      Constants.DATATYPE_INTEGER,
      Constants.DATATYPE_DECIMAL,
      Constants.DATATYPE_DATE
    };
  }
}
