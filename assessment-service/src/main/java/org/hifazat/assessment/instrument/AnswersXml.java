package org.hifazat.assessment.instrument;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;

/** Writes the answers as they count: relevant and not empty, with the server's calculations. */
final class AnswersXml {

  private AnswersXml() {}

  static String write(TreeElement root, InstrumentDescriptor instrument) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement(root.getName());
      xml.writeAttribute("id", instrument.id());
      xml.writeAttribute("version", instrument.version());
      children(xml, root);
      xml.writeEndElement();
      xml.flush();
    } catch (XMLStreamException fault) {
      throw new IllegalStateException("Answers cannot be written", fault);
    }
    return text.toString();
  }

  /** A leaf's value as text; empty when it has none. */
  static String text(TreeElement leaf) {
    IAnswerData value = leaf.getValue();
    return value == null ? "" : value.uncast().getString();
  }

  private static void children(XMLStreamWriter xml, TreeElement node) throws XMLStreamException {
    for (int i = 0; i < node.getNumChildren(); i++) {
      TreeElement child = node.getChildAt(i);
      boolean leaf = child.getNumChildren() == 0;
      if (child.isRelevant() && !(leaf && child.getValue() == null)) {
        xml.writeStartElement(child.getName());
        if (leaf) {
          xml.writeCharacters(text(child));
        } else {
          children(xml, child);
        }
        xml.writeEndElement();
      }
    }
  }
}
