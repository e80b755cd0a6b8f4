package org.hifazat.assessment.instrument;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML from strangers: no document type, so no entity of any kind, nothing fetched, bounded
 * size. JavaRosa's own parser (kXML) never sees a submission.
 */
final class HardenedXml {

  /** What came out of a text. */
  sealed interface Reading {

    record Document(Element root) implements Reading {}

    record Unreadable(AnswerProblem.Kind why) implements Reading {}
  }

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private HardenedXml() {}

  /**
   * @param limit most characters read
   */
  static Reading read(String xml, int limit) {
    if (xml.length() > limit) {
      return new Reading.Unreadable(AnswerProblem.Kind.TOO_LARGE);
    }
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return new Reading.Document(
          builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
    } catch (SAXException refused) {
      return new Reading.Unreadable(
          xml.contains("<!DOCTYPE")
              ? AnswerProblem.Kind.DOCUMENT_TYPE_FORBIDDEN
              : AnswerProblem.Kind.NOT_WELL_FORMED);
    } catch (IOException unreadable) {
      return new Reading.Unreadable(AnswerProblem.Kind.NOT_WELL_FORMED);
    } catch (ParserConfigurationException fault) {
      throw new IllegalStateException("The JDK's XML parser lacks a protection", fault);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(NO_DOCTYPE, true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setCoalescing(true);
    factory.setIgnoringComments(true);
    return factory;
  }

  /** The default handler prints the offending text to the error stream. */
  private static final class Silent extends DefaultHandler {
    @Override
    public void error(SAXParseException broken) throws SAXException {
      throw broken;
    }

    @Override
    public void fatalError(SAXParseException broken) throws SAXException {
      throw broken;
    }
  }
}
