package org.hifazat.assessment.instrument;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Finds questions that no answers lead to. What the golden sets do not reach is searched for: every
 * answer to the questions its condition depends on, in every combination while there are few, and
 * some thousand by chance (always the same ones) when there are many.
 */
final class Reachability {

  private static final int MOST_TRIES = 4000;
  private static final Pattern STRING = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w/.-])[0-9]{1,6}(?![\\w/])");
  private static final Pattern PATH = Pattern.compile("(?:\\.\\./|/)[A-Za-z_][\\w./-]*");
  private static final List<String> EXPRESSIONS = List.of("relevant", "calculate", "constraint");

  private final Map<String, Element> binds = new LinkedHashMap<>();

  Reachability(FormDocument document) {
    document.all("bind").forEach(bind -> binds.put(bind.getAttribute("nodeset"), bind));
  }

  /** Those of the conditional nodes that nothing reaches. */
  List<String> unreached(String formXml, LocalDate today, Set<String> reached) {
    List<String> missing =
        binds.entrySet().stream()
            .filter(bind -> bind.getValue().hasAttribute("relevant"))
            .map(Map.Entry::getKey)
            .filter(path -> reached.stream().noneMatch(leaf -> isOrHas(path, leaf)))
            .toList();
    return missing.isEmpty()
        ? missing
        : FormEngine.withForm(
            formXml,
            today,
            form -> {
              Map<String, TreeElement> nodes = new LinkedHashMap<>();
              TreeElement root = form.getMainInstance().getRoot();
              collect(root, "/" + root.getName(), nodes);
              return missing.stream().filter(path -> !found(form, nodes, path)).toList();
            });
  }

  private static boolean isOrHas(String path, String leaf) {
    return leaf.equals(path) || leaf.startsWith(path + "/");
  }

  private static void collect(TreeElement node, String path, Map<String, TreeElement> nodes) {
    for (int i = 0; i < node.getNumChildren(); i++) {
      TreeElement child = node.getChildAt(i);
      String childPath = path + "/" + child.getName();
      nodes.put(childPath, child);
      collect(child, childPath, nodes);
    }
  }

  private boolean found(FormDef form, Map<String, TreeElement> nodes, String target) {
    TreeElement node = nodes.get(target);
    if (node == null) {
      return false;
    }
    Map<TreeElement, List<String>> questions = new LinkedHashMap<>();
    for (String path : dependencies(target)) {
      TreeElement asked = nodes.get(path);
      QuestionDef question = asked == null ? null : FormDef.findQuestionByRef(asked.getRef(), form);
      if (asked != null && question != null && !calculated(path)) {
        questions.put(asked, answers(question, asked.getDataType(), target));
      }
    }
    long combinations =
        questions.values().stream()
            .mapToLong(List::size)
            .reduce(1, (product, size) -> Math.min(product * size, Integer.MAX_VALUE));
    Random chance = new Random(1);
    for (long i = 0; i < Math.min(combinations, MOST_TRIES); i++) {
      answer(form, questions, combinations <= MOST_TRIES ? i : -1, chance);
      if (node.isRelevant() && allowed(form, questions.keySet())) {
        return true;
      }
    }
    return false;
  }

  /** Gives the questions the i-th combination of answers, or any when i is negative. */
  private static void answer(
      FormDef form, Map<TreeElement, List<String>> questions, long i, Random chance) {
    long left = i;
    for (Map.Entry<TreeElement, List<String>> entry : questions.entrySet()) {
      List<String> answers = entry.getValue();
      int pick = i < 0 ? chance.nextInt(answers.size()) : Math.toIntExact(left % answers.size());
      left = left / answers.size();
      TreeElement leaf = entry.getKey();
      QuestionDef question = FormDef.findQuestionByRef(leaf.getRef(), form);
      form.setValue(data(question, leaf.getDataType(), answers.get(pick)), leaf.getRef(), true);
    }
  }

  private static @Nullable IAnswerData data(
      @Nullable QuestionDef question, int dataType, String text) {
    return question == null ? null : AnswerReader.read(question, dataType, text).data();
  }

  private static boolean allowed(FormDef form, Set<TreeElement> questions) {
    return questions.stream()
        .filter(question -> question.isRelevant() && question.getValue() != null)
        .allMatch(question -> form.evaluateConstraint(question.getRef(), question.getValue()));
  }

  /** Every node the target's condition depends on, through calculations and other conditions. */
  private Set<String> dependencies(String target) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(target));
    while (!open.isEmpty()) {
      String path = open.pop();
      if (seen.add(path)) {
        expressions(path).forEach(expression -> open.addAll(references(path, expression)));
        int parent = path.lastIndexOf('/');
        if (parent > 0) {
          open.add(path.substring(0, parent));
        }
      }
    }
    seen.remove(target);
    return seen;
  }

  private List<String> expressions(String path) {
    Element bind = binds.get(path);
    return bind == null
        ? List.of()
        : EXPRESSIONS.stream().map(bind::getAttribute).filter(text -> !text.isEmpty()).toList();
  }

  private static List<String> references(String from, String expression) {
    List<String> paths = new ArrayList<>();
    Matcher matcher = PATH.matcher(STRING.matcher(expression).replaceAll("''"));
    while (matcher.find()) {
      String path = matcher.group();
      String base = from;
      while (path.startsWith("../")) {
        base = base.substring(0, Math.max(base.lastIndexOf('/'), 0));
        path = path.substring(3);
      }
      paths.add(path.startsWith("/") ? path : base + "/" + path);
    }
    return paths;
  }

  private boolean calculated(String path) {
    Element bind = binds.get(path);
    return bind != null && bind.hasAttribute("calculate");
  }

  /** Answers worth trying; nothing is one of them. */
  private List<String> answers(QuestionDef question, int dataType, String target) {
    Set<String> answers = new LinkedHashSet<>();
    answers.add("");
    List<SelectChoice> choices = question.getChoices() == null ? List.of() : question.getChoices();
    List<String> codes = choices.stream().map(SelectChoice::getValue).toList();
    answers.addAll(codes);
    if (question.getControlType() == Constants.CONTROL_SELECT_MULTI) {
      for (String first : codes) {
        codes.stream()
            .filter(more -> !more.equals(first))
            .forEach(m -> answers.add(first + " " + m));
      }
      answers.add(String.join(" ", codes));
    } else if (codes.isEmpty()) {
      answers.addAll(constants(dataType, target));
    }
    return List.copyOf(answers);
  }

  /** What conditions compare with, and a little to both sides of it. */
  private Set<String> constants(int dataType, String target) {
    Set<String> constants = new LinkedHashSet<>();
    Set<String> involved = new LinkedHashSet<>(dependencies(target));
    involved.add(target);
    for (String path : involved) {
      for (String expression : expressions(path)) {
        Matcher number = NUMBER.matcher(expression);
        while (number.find() && constants.size() < 60) {
          int value = Integer.parseInt(number.group());
          constants.addAll(
              List.of(Integer.toString(value - 1), number.group(), Integer.toString(value + 1)));
        }
        Matcher string = STRING.matcher(expression);
        while (string.find() && constants.size() < 60) {
          constants.add(string.group(1) == null ? string.group(2) : string.group(1));
        }
      }
    }
    constants.add(dataType == Constants.DATATYPE_DATE ? "2020-01-01" : "1");
    constants.add("Something written");
    return constants;
  }
}
