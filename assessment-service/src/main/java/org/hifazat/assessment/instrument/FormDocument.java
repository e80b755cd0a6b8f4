package org.hifazat.assessment.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A form read as a document: its texts in all languages, its controls and binds. */
final class FormDocument {

  static final String XFORMS = "http://www.w3.org/2002/xforms";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  static final String JAVAROSA = "http://openrosa.org/javarosa";

  private static final Pattern ITEXT = Pattern.compile("jr:itext\\('([^']+)'\\)");

  private final Element root;

  /** Language to text id to text. */
  private final Map<String, Map<String, String>> texts = new LinkedHashMap<>();

  FormDocument(Element root) {
    this.root = root;
    for (Element translation : all("translation")) {
      Map<String, String> language = new LinkedHashMap<>();
      for (Element text : within(translation, "text")) {
        List<Element> values = within(text, "value");
        language.put(
            text.getAttribute("id"), values.isEmpty() ? "" : values.getFirst().getTextContent());
      }
      texts.put(translation.getAttribute("lang"), language);
    }
  }

  Map<String, Map<String, String>> texts() {
    return texts;
  }

  /** The title in the form's head; empty when it has none. */
  String title() {
    NodeList titles = root.getElementsByTagNameNS(XHTML, "title");
    return titles.getLength() == 0 ? "" : titles.item(0).getTextContent();
  }

  /** Every element of the form, in document order. */
  List<Element> everything() {
    return list(root.getElementsByTagNameNS("*", "*"));
  }

  /** Every element of the form's body: what is shown. */
  List<Element> shown() {
    return list(root.getElementsByTagNameNS(XHTML, "body")).stream()
        .flatMap(body -> list(body.getElementsByTagNameNS("*", "*")).stream())
        .toList();
  }

  /** Elements of the XForms namespace with that name. */
  List<Element> all(String name) {
    return within(root, name);
  }

  /** The id of an itext reference such as {@code jr:itext('x')}, or empty. */
  static Optional<String> textId(String reference) {
    Matcher matcher = ITEXT.matcher(reference);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The label of the control that shows this node, or empty. */
  Optional<Texts> label(String path) {
    return everything().stream()
        .filter(control -> path.equals(control.getAttribute("ref")))
        .flatMap(control -> SubmissionShape.children(control).stream())
        .filter(child -> "label".equals(child.getLocalName()))
        .findFirst()
        .flatMap(label -> textId(label.getAttribute("ref")))
        .map(id -> new Texts(text("en", id), text("ur", id), text("ps", id)));
  }

  private String text(String language, String id) {
    return texts.getOrDefault(language, Map.of()).getOrDefault(id, "");
  }

  private static List<Element> within(Element parent, String name) {
    return list(parent.getElementsByTagNameNS(XFORMS, name));
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
