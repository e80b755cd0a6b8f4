package org.hifazat.assessment.instrument;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Answers by path, written as the instance a client would send. */
final class FilledForm {

  private FilledForm() {}

  /** A node: its own answer, or those inside it. */
  private record Node(StringBuilder text, Map<String, Node> inside) {
    Node() {
      this(new StringBuilder(), new LinkedHashMap<>());
    }
  }

  /**
   * @param answers path to answer; all paths begin with the same node
   */
  static String xml(InstrumentDescriptor instrument, Map<String, String> answers) {
    Node root = new Node();
    String name = instrument.score().split("/")[1];
    answers.forEach(
        (path, answer) -> {
          Node node = root;
          String[] steps = path.split("/");
          for (int i = 2; i < steps.length; i++) {
            node = node.inside().computeIfAbsent(steps[i], step -> new Node());
          }
          node.text().append(answer);
        });
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement(name);
      xml.writeAttribute("id", instrument.id());
      xml.writeAttribute("version", instrument.version());
      inside(xml, root);
      xml.writeEndElement();
      xml.flush();
    } catch (XMLStreamException fault) {
      throw new IllegalStateException("Answers cannot be written", fault);
    }
    return text.toString();
  }

  private static void inside(XMLStreamWriter xml, Node node) throws XMLStreamException {
    if (node.inside().isEmpty()) {
      xml.writeCharacters(node.text().toString());
    }
    for (Map.Entry<String, Node> child : node.inside().entrySet()) {
      xml.writeStartElement(child.getKey());
      inside(xml, child.getValue());
      xml.writeEndElement();
    }
  }
}
