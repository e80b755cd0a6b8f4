package org.hifazat.assessment.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.instance.TreeElement;
import org.w3c.dom.Element;

/**
 * What a form must be before it is published: three languages, nothing that reaches outside the
 * form, only what this service can decide and both engines do the same way.
 */
final class FormCheck {

  private static final Set<String> LANGUAGES = Set.of("en", "ur", "ps");
  private static final Set<String> CONTROLS = Set.of("input", "select1", "select");

  /** XForms elements a form may use. No repeats, actions, uploads or itemsets yet. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "model",
          "itext",
          "translation",
          "text",
          "value",
          "instance",
          "bind",
          "input",
          "select1",
          "select",
          "group",
          "label",
          "hint",
          "item",
          "output");

  /** Functions whose answer depends on the machine, on chance or on another file. */
  private static final Pattern FORBIDDEN_FUNCTION =
      Pattern.compile(
          "\\b(now|random|uuid|once|pulldata|instance|property|version|extract-signed|digest)"
              + "\\s*\\(");

  private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

  private final List<Finding> problems = new ArrayList<>();
  private final InstrumentDescriptor instrument;
  private final FormDocument document;

  private FormCheck(InstrumentDescriptor instrument, FormDocument document) {
    this.instrument = instrument;
    this.document = document;
  }

  /** Everything that stands against publishing the form as such; empty when nothing does. */
  static List<Finding> problems(
      InstrumentDescriptor instrument, FormDocument document, String formXml) {
    FormCheck check = new FormCheck(instrument, document);
    check.elements();
    check.expressions();
    check.languages();
    check.references();
    check.choices();
    if (check.problems.isEmpty()) {
      try {
        FormEngine.withForm(formXml, ANY_DAY, check::engine);
      } catch (FormEngine.UnreadableFormException unreadable) {
        check.add("", "engine-cannot-read", "JavaRosa cannot read it: " + unreadable.getCause());
      }
    }
    return check.problems;
  }

  private void add(String place, String code, String detail) {
    problems.add(new Finding(place, code, detail));
  }

  private void elements() {
    Set<String> instanceNodes = new HashSet<>();
    for (Element instance : document.all("instance")) {
      if (instance.hasAttribute("src")) {
        add(instance.getAttribute("id"), "reads-another-file", "reads another file");
      }
      FormDocument inside = new FormDocument(instance);
      inside.everything().forEach(node -> instanceNodes.add(node.getLocalName()));
    }
    if (document.all("instance").size() != 1) {
      add("", "one-instance", "has not exactly one instance");
    }
    Stream<String> ofTheModel =
        document.everything().stream()
            .filter(FormCheck::isXForms)
            .map(Element::getLocalName)
            .filter(name -> !ELEMENTS.contains(name) && !instanceNodes.contains(name));
    // What is shown may not hide behind the name of an answer, nor in another namespace as rank.
    Stream<String> shown =
        document.shown().stream()
            .filter(element -> !isXForms(element) || !ELEMENTS.contains(element.getLocalName()))
            .map(Element::getLocalName);
    Stream.concat(ofTheModel, shown)
        .distinct()
        .forEach(name -> add("", "element-forbidden", "uses <" + name + ">"));
  }

  private static boolean isXForms(Element element) {
    return FormDocument.XFORMS.equals(element.getNamespaceURI());
  }

  private void expressions() {
    for (Element bind : document.all("bind")) {
      for (String attribute :
          List.of("calculate", "constraint", "relevant", "required", "readonly")) {
        if (FORBIDDEN_FUNCTION.matcher(bind.getAttribute(attribute)).find()) {
          add(
              bind.getAttribute("nodeset"),
              "function-forbidden",
              "forbidden function in " + attribute);
        }
      }
    }
  }

  private void languages() {
    Map<String, Map<String, String>> texts = document.texts();
    if (!texts.keySet().equals(LANGUAGES)) {
      add("", "language-missing", "languages are " + texts.keySet() + ", not " + LANGUAGES);
    }
    Set<String> ids = new HashSet<>();
    texts.values().forEach(language -> ids.addAll(language.keySet()));
    texts.forEach(
        (language, known) ->
            ids.stream()
                .filter(id -> known.getOrDefault(id, "").isBlank())
                .forEach(id -> add(id, "text-missing", id + " is missing in " + language)));
  }

  private void references() {
    Stream<String> references =
        document.everything().stream()
            .filter(e -> Set.of("label", "hint").contains(e.getLocalName()))
            .map(e -> e.getAttribute("ref"));
    Stream<String> messages =
        document.all("bind").stream()
            .map(bind -> bind.getAttributeNS(FormDocument.JAVAROSA, "constraintMsg"))
            .filter(message -> !message.isEmpty());
    Stream.concat(references, messages)
        .filter(reference -> FormDocument.textId(reference).filter(this::known).isEmpty())
        .forEach(
            reference ->
                add(reference, "text-missing", "text not in three languages: " + reference));
    CONTROLS.stream()
        .flatMap(name -> document.all(name).stream())
        .filter(control -> document.label(control.getAttribute("ref")).isEmpty())
        .map(control -> control.getAttribute("ref"))
        .forEach(path -> add(path, "label-missing", path + " has no label"));
  }

  private boolean known(String id) {
    return document.texts().values().stream().allMatch(language -> language.containsKey(id));
  }

  private void choices() {
    Stream.concat(document.all("select1").stream(), document.all("select").stream())
        .forEach(
            select -> {
              Set<String> seen = new HashSet<>();
              new FormDocument(select)
                  .all("item").stream()
                      .map(item -> new FormDocument(item).all("value"))
                      .map(values -> values.isEmpty() ? "" : values.getFirst().getTextContent())
                      .filter(value -> !value.matches("[A-Za-z0-9_-]+") || !seen.add(value))
                      .forEach(
                          value ->
                              add(
                                  select.getAttribute("ref"),
                                  "choice-unusable",
                                  "bad choice " + value));
            });
  }

  private List<Finding> engine(FormDef form) {
    TreeElement root = form.getMainInstance().getRoot();
    if (!instrument.id().equals(root.getAttributeValue(null, "id"))
        || !instrument.version().equals(root.getAttributeValue(null, "version"))) {
      add("", "identity-differs", "id or version differ from the descriptor");
    }
    Set<String> paths = new HashSet<>();
    leaves(form, root, "/" + root.getName(), paths);
    instrument
        .paths()
        .filter(path -> !paths.contains(path))
        .forEach(path -> add(path, "node-absent", "the descriptor names an absent node: " + path));
    instrument.arithmetic().stream()
        .filter(path -> document.label(path).isEmpty())
        .forEach(
            path -> add(path, "label-missing", path + " is shown in the sum and has no label"));
    return problems;
  }

  private void leaves(FormDef form, TreeElement node, String path, Set<String> paths) {
    for (int i = 0; i < node.getNumChildren(); i++) {
      TreeElement child = node.getChildAt(i);
      String childPath = path + "/" + child.getName();
      leaves(form, child, childPath, paths);
      if (child.getNumChildren() == 0) {
        paths.add(childPath);
        QuestionDef question = FormDef.findQuestionByRef(child.getRef(), form);
        if (question != null && !AnswerReader.supports(question, child.getDataType())) {
          add(childPath, "answer-type", "answers of this type cannot be read");
        }
      }
    }
  }
}
