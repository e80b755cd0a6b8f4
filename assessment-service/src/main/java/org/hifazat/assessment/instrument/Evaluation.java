package org.hifazat.assessment.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hifazat.assessment.instrument.AnswerProblem.Kind;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.TreeElement;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * One submission meeting one fresh form: answers are put in, irrelevant ones pruned, every
 * calculation made again, and only then is anything believed.
 */
final class Evaluation {

  private static final String META = "meta";

  private final FormDef form;
  private final InstrumentDescriptor instrument;
  private final List<AnswerProblem> problems = new ArrayList<>();
  private final Map<String, String> claims = new LinkedHashMap<>();
  private final Map<String, TreeElement> leaves = new LinkedHashMap<>();
  private final Set<String> answered = new HashSet<>();

  Evaluation(FormDef form, InstrumentDescriptor instrument) {
    this.form = form;
    this.instrument = instrument;
  }

  Scoring of(Element submitted) {
    TreeElement root = form.getMainInstance().getRoot();
    problems.addAll(SubmissionShape.check(submitted, root, instrument));
    if (!problems.isEmpty()) {
      return new Scoring.Refused(problems);
    }
    collect(root, "/" + root.getName());
    answer(submitted, "/" + root.getName());
    List<AnswerProblem> notAsked = takeOutWhatWasNotAsked();
    verify();
    // What is wrong elsewhere may be why it was not asked.
    if (problems.isEmpty()) {
      problems.addAll(notAsked);
    }
    return problems.isEmpty() ? result() : new Scoring.Refused(problems);
  }

  /** Paths of the leaves that count after these answers. */
  Set<String> asked() {
    return leaves.entrySet().stream()
        .filter(leaf -> leaf.getValue().isRelevant())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Puts in what was answered so far and looks for what interrupts. */
  Unfinished unfinished(Element submitted) {
    TreeElement root = form.getMainInstance().getRoot();
    problems.addAll(SubmissionShape.check(submitted, root, instrument));
    if (problems.isEmpty()) {
      collect(root, "/" + root.getName());
      answer(submitted, "/" + root.getName());
    }
    return new Unfinished(problems, problems.isEmpty() ? alarms() : List.of());
  }

  private List<RaisedAlarm> alarms() {
    return instrument.alarms().stream()
        .flatMap(rule -> rule.raisedBy(text(rule.node())).stream())
        .distinct()
        .toList();
  }

  private void collect(TreeElement node, String path) {
    for (int i = 0; i < node.getNumChildren(); i++) {
      TreeElement child = node.getChildAt(i);
      String childPath = path + "/" + child.getName();
      if (child.getNumChildren() == 0) {
        leaves.put(childPath, child);
      } else {
        collect(child, childPath);
      }
    }
  }

  private void answer(Element submitted, String path) {
    for (Element child : SubmissionShape.children(submitted)) {
      String childPath = path + "/" + child.getLocalName();
      TreeElement leaf = leaves.get(childPath);
      if (leaf == null) {
        answer(child, childPath);
      } else {
        put(childPath, leaf, child.getTextContent());
      }
    }
  }

  private void put(String path, TreeElement leaf, String text) {
    QuestionDef question = question(leaf);
    if (path.startsWith("/" + form.getMainInstance().getRoot().getName() + "/" + META + "/")) {
      putMeta(path, leaf, text.strip());
    } else if (question == null || !leaf.isEnabled()) {
      claims.put(path, text.strip());
    } else {
      AnswerReader.Read read = AnswerReader.read(question, leaf.getDataType(), text);
      read.problem().ifPresent(kind -> problems.add(new AnswerProblem(path, kind)));
      if (read.data() != null) {
        answered.add(path);
        form.setValue(read.data(), leaf.getRef(), true);
      }
    }
  }

  private void putMeta(String path, TreeElement leaf, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (text.matches("[A-Za-z0-9:._-]{1,100}")) {
      form.setValue(new StringData(text), leaf.getRef(), true);
    } else {
      problems.add(new AnswerProblem(path, Kind.INVALID_ANSWER));
    }
  }

  /**
   * A question that was not asked has no answer. Which of the two was meant, the answer or the one
   * that made it pointless, nobody here can say: so it goes back. A default of the form's own does
   * not count as an answer.
   */
  private List<AnswerProblem> takeOutWhatWasNotAsked() {
    List<AnswerProblem> notAsked = new ArrayList<>();
    leaves.forEach(
        (path, leaf) -> {
          if (!leaf.isRelevant() && leaf.getValue() != null && question(leaf) != null) {
            form.setValue(null, leaf.getRef(), true);
            if (answered.contains(path)) {
              notAsked.add(new AnswerProblem(path, Kind.NOT_RELEVANT));
            }
          }
        });
    return notAsked;
  }

  private void verify() {
    leaves.forEach(
        (path, leaf) -> {
          if (!leaf.isRelevant() || !leaf.isEnabled() || question(leaf) == null) {
            return;
          }
          IAnswerData value = leaf.getValue();
          boolean alreadyRefused = problems.stream().anyMatch(p -> p.path().equals(path));
          if (value == null && leaf.isRequired() && !alreadyRefused) {
            problems.add(new AnswerProblem(path, Kind.REQUIRED));
          } else if (value != null && !form.evaluateConstraint(leaf.getRef(), value)) {
            problems.add(new AnswerProblem(path, Kind.CONSTRAINT));
          }
        });
  }

  private Scoring result() {
    boolean valid = !text(instrument.valid()).equals("no");
    String calculated = text(instrument.band());
    String band = valid ? calculated : Scoring.Scored.INVALID;
    Optional<RiskLevel> level = instrument.setsRisk() ? RiskLevel.of(calculated) : Optional.empty();
    Optional<Integer> score = whole(text(instrument.score()));
    if (valid && (score.isEmpty() || calculated.isEmpty())
        || instrument.setsRisk() && level.isEmpty()) {
      return new Scoring.Refused(List.of(new AnswerProblem("", Kind.NOT_SCORABLE)));
    }
    return new Scoring.Scored(
        level,
        band,
        valid,
        valid ? score.orElse(0) : 0,
        arithmetic(),
        redFlags(),
        alarms(),
        conductedOn(),
        rejectedClaims(),
        AnswersXml.write(form.getMainInstance().getRoot(), instrument));
  }

  /** The lines that have a value: what was not asked is no part of the sum. */
  private List<ArithmeticLine> arithmetic() {
    return instrument.arithmetic().stream()
        .flatMap(
            path -> whole(text(path)).map(value -> new ArithmeticLine(name(path), value)).stream())
        .toList();
  }

  private List<String> redFlags() {
    String path = instrument.redFlags();
    return path == null
        ? List.of()
        : Arrays.stream(text(path).split(" "))
            .filter(code -> !code.isEmpty() && !code.equals(instrument.noRedFlag()))
            .toList();
  }

  private Optional<LocalDate> conductedOn() {
    String path = instrument.conductedOn();
    String day = path == null ? "" : text(path);
    return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
  }

  /** XPath knows no whole numbers: 4 and 4.0 are the same. */
  private static Optional<Integer> whole(String text) {
    if (!AnswerReader.isNumber(text)) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() <= 0 ? Optional.of(number.intValueExact()) : Optional.empty();
  }

  private List<String> rejectedClaims() {
    return claims.entrySet().stream()
        .filter(claim -> !claim.getValue().isEmpty() && !same(claim.getValue(), claim.getKey()))
        .map(claim -> name(claim.getKey()))
        .toList();
  }

  private boolean same(String claimed, String path) {
    String ours = text(path);
    if (AnswerReader.isNumber(claimed) && AnswerReader.isNumber(ours)) {
      return new BigDecimal(claimed).compareTo(new BigDecimal(ours)) == 0;
    }
    return claimed.equals(ours);
  }

  private @Nullable QuestionDef question(TreeElement leaf) {
    return FormDef.findQuestionByRef(leaf.getRef(), form);
  }

  private String text(String path) {
    TreeElement leaf = leaves.get(path);
    return leaf == null || !leaf.isRelevant() ? "" : AnswersXml.text(leaf);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
