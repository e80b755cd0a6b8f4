package org.hifazat.assessment.openrosa.web;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.assessment.openrosa.CollectForm;

/** The documents of the OpenRosa interface. */
final class OpenRosaXml {

  private OpenRosaXml() {}

  /** Writes the inside of a document. */
  private interface Writing {
    void to(XMLStreamWriter xml) throws XMLStreamException;
  }

  /**
   * @param document the form as a device gets it
   * @param root address of {@code /openrosa}
   */
  static String formList(
      List<Instrument> forms, Function<Instrument, String> document, String root) {
    return document(
        "xforms",
        "http://openrosa.org/xforms/xformsList",
        xml -> {
          for (Instrument form : forms) {
            String address = root + "/forms/" + form.id() + "/" + form.version();
            xml.writeStartElement("xform");
            element(xml, "formID", form.id());
            element(xml, "name", form.title().en());
            element(xml, "version", form.version());
            element(xml, "hash", "md5:" + md5(document.apply(form)));
            element(xml, "downloadUrl", address + "/form.xml");
            element(xml, "manifestUrl", address + "/manifest");
            xml.writeEndElement();
          }
        });
  }

  static String manifest(String cases, String address) {
    return document(
        "manifest",
        "http://openrosa.org/xforms/xformsManifest",
        xml -> {
          xml.writeStartElement("mediaFile");
          element(xml, "filename", CollectForm.CASES_FILE);
          element(xml, "hash", "md5:" + md5(cases));
          element(xml, "downloadUrl", address);
          xml.writeEndElement();
        });
  }

  /** The cases as a secondary instance: id and number, nothing of the child. */
  static String cases(List<KnownCases.Numbered> cases) {
    return document(
        "root",
        "",
        xml -> {
          for (KnownCases.Numbered known : cases) {
            xml.writeStartElement("item");
            element(xml, "name", known.caseId().toString());
            element(xml, "label", known.number());
            xml.writeEndElement();
          }
        });
  }

  /**
   * @param nature submit_success or submit_error
   */
  static String response(String nature, String message) {
    return document(
        "OpenRosaResponse",
        "http://openrosa.org/http/response",
        xml -> {
          xml.writeStartElement("message");
          xml.writeAttribute("nature", nature);
          xml.writeCharacters(message);
          xml.writeEndElement();
        });
  }

  private static String document(String root, String namespace, Writing inside) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement(root);
      if (!namespace.isEmpty()) {
        xml.writeDefaultNamespace(namespace);
      }
      inside.to(xml);
      xml.writeEndElement();
      xml.flush();
    } catch (XMLStreamException fault) {
      throw new IllegalStateException("An OpenRosa document cannot be written", fault);
    }
    return text.toString();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /** The interface knows no other sum; it tells versions apart and protects nothing. */
  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
