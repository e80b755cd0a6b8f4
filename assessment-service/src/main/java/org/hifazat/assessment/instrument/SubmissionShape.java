package org.hifazat.assessment.instrument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.hifazat.assessment.instrument.AnswerProblem.Kind;
import org.javarosa.core.model.instance.TreeElement;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Whether a submission has the shape of the form's instance: nothing unknown, nothing twice. */
final class SubmissionShape {

  private static final Set<String> NAMESPACES =
      Set.of("", "http://www.w3.org/2002/xforms", "http://openrosa.org/xforms");
  private static final int MOST_PROBLEMS = 50;

  private final List<AnswerProblem> problems = new ArrayList<>();

  private SubmissionShape() {}

  static List<AnswerProblem> check(
      Element submitted, TreeElement root, InstrumentDescriptor instrument) {
    SubmissionShape shape = new SubmissionShape();
    if (!root.getName().equals(submitted.getLocalName())
        || unknownNamespace(submitted)
        || !instrument.id().equals(submitted.getAttribute("id"))) {
      shape.add("", Kind.WRONG_FORM);
    } else if (!instrument.version().equals(submitted.getAttribute("version"))) {
      shape.add("", Kind.WRONG_VERSION);
    } else {
      shape.attributes(submitted, "/" + root.getName(), Set.of("id", "version"));
      shape.inside(submitted, root, "/" + root.getName());
    }
    return shape.problems;
  }

  /** The child elements, in order. */
  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private void inside(Element submitted, TreeElement template, String path) {
    if (template.getNumChildren() == 0) {
      if (!children(submitted).isEmpty()) {
        add(path, Kind.UNKNOWN_NODE);
      }
      return;
    }
    if (ownText(submitted)) {
      add(path, Kind.UNEXPECTED_TEXT);
    }
    Set<String> seen = new HashSet<>();
    for (Element child : children(submitted)) {
      TreeElement known = template.getFirstChild(child.getLocalName());
      if (known == null || unknownNamespace(child)) {
        // Its name came from outside and may say anything: the problem names the parent.
        add(path, Kind.UNKNOWN_NODE);
      } else if (seen.add(child.getLocalName())) {
        String childPath = path + "/" + known.getName();
        attributes(child, childPath, Set.of());
        inside(child, known, childPath);
      } else {
        add(path + "/" + known.getName(), Kind.REPEATED_NODE);
      }
    }
  }

  private void attributes(Element element, String path, Set<String> allowed) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      boolean declaration = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
      boolean known =
          attribute.getNamespaceURI() == null && allowed.contains(attribute.getLocalName());
      if (!declaration && !known) {
        add(path, Kind.UNKNOWN_ATTRIBUTE);
      }
    }
  }

  private void add(String path, Kind kind) {
    AnswerProblem problem = new AnswerProblem(path, kind);
    if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private static boolean unknownNamespace(Element element) {
    String namespace = element.getNamespaceURI();
    return namespace != null && !NAMESPACES.contains(namespace);
  }

  private static boolean ownText(Element element) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE && !node.getNodeValue().isBlank()) {
        return true;
      }
    }
    return false;
  }
}
