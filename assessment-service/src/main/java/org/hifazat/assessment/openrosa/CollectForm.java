package org.hifazat.assessment.openrosa;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A published form as a device gets it: with one question before all others, which case it is. The
 * cases come as a file of their own beside the form (the manifest), by number, without a name. What
 * comes back is stripped of the question again: what is scored is the published form.
 */
public final class CollectForm {

  /** The group that is added, and what is in it. */
  static final String GROUP = "hifazat";

  static final String CASE = "case";
  static final String FINISHED = "finished";

  /** The file with the cases. */
  public static final String CASES_FILE = "cases.xml";

  private static final String XFORMS = "http://www.w3.org/2002/xforms";
  private static final String JAVAROSA = "http://openrosa.org/javarosa";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String LABEL = "hifazat-case:label";
  private static final Map<String, String> WORDS =
      Map.of("en", "Which case?", "ur", "کون سا کیس؟", "ps", "کومه قضيه؟");

  private final Document document;
  private final String root;

  private CollectForm(Document document) {
    this.document = document;
    this.root = "/" + instance().getNodeName();
  }

  /** The form for a device. */
  public static String of(Instrument instrument) {
    CollectForm form = new CollectForm(SafeXml.document(instrument.form()));
    form.addNodes();
    form.addCases();
    form.addBinds();
    form.addWords();
    form.addQuestion();
    return form.text();
  }

  private Element instance() {
    Element wrapper = (Element) all(XFORMS, "instance").item(0);
    for (Node child = wrapper.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        return element;
      }
    }
    throw new IllegalStateException("A published form without an instance");
  }

  private void addNodes() {
    Element data = instance();
    Element group = (Element) data.appendChild(xforms(GROUP));
    group.appendChild(xforms(CASE));
    group.appendChild(xforms(FINISHED));
    if (data.getElementsByTagNameNS("*", "instanceID").getLength() == 0) {
      data.appendChild(xforms("meta")).appendChild(xforms("instanceID"));
      bind(root + "/meta/instanceID", "string").setAttributeNS(JAVAROSA, "jr:preload", "uid");
    }
  }

  private void addCases() {
    Element cases = xforms("instance");
    cases.setAttribute("id", "cases");
    cases.setAttribute("src", "jr://file/" + CASES_FILE);
    Node first = all(XFORMS, "instance").item(0);
    first.getParentNode().insertBefore(cases, first.getNextSibling());
  }

  private void addBinds() {
    bind(path(CASE), "string").setAttribute("required", "true()");
    Element finished = bind(path(FINISHED), "dateTime");
    finished.setAttributeNS(JAVAROSA, "jr:preload", "timestamp");
    finished.setAttributeNS(JAVAROSA, "jr:preloadParams", "end");
  }

  private Element bind(String path, String type) {
    Element bind = xforms("bind");
    bind.setAttribute("nodeset", path);
    bind.setAttribute("type", type);
    all(XFORMS, "model").item(0).appendChild(bind);
    return bind;
  }

  private void addWords() {
    NodeList translations = all(XFORMS, "translation");
    for (int i = 0; i < translations.getLength(); i++) {
      Element translation = (Element) translations.item(i);
      Element text = (Element) translation.appendChild(xforms("text"));
      text.setAttribute("id", LABEL);
      text.appendChild(xforms("value"))
          .setTextContent(WORDS.getOrDefault(translation.getAttribute("lang"), ""));
    }
  }

  private void addQuestion() {
    Element select = xforms("select1");
    select.setAttribute("ref", path(CASE));
    select.setAttribute("appearance", "minimal autocomplete");
    label(select, "jr:itext('" + LABEL + "')");
    Element items = (Element) select.appendChild(xforms("itemset"));
    items.setAttribute("nodeset", "instance('cases')/root/item");
    ((Element) items.appendChild(xforms("value"))).setAttribute("ref", "name");
    label(items, "label");
    Element body = (Element) all(XHTML, "body").item(0);
    body.insertBefore(select, body.getFirstChild());
  }

  private void label(Element of, String reference) {
    ((Element) of.appendChild(xforms("label"))).setAttribute("ref", reference);
  }

  private String path(String node) {
    return root + "/" + GROUP + "/" + node;
  }

  private Element xforms(String name) {
    return document.createElementNS(XFORMS, name);
  }

  private NodeList all(String namespace, String name) {
    return document.getElementsByTagNameNS(namespace, name);
  }

  private String text() {
    return text(document);
  }

  /** A document as text, without a declaration. */
  static String text(Node node) {
    try {
      Transformer plain = TransformerFactory.newDefaultInstance().newTransformer();
      plain.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      plain.transform(new DOMSource(node), new StreamResult(text));
      return text.toString();
    } catch (TransformerException fault) {
      throw new IllegalStateException("A form cannot be written", fault);
    }
  }
}
