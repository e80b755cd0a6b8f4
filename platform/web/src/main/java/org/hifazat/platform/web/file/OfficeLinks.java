package org.hifazat.platform.web.file;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of an office document say they belong to (ECMA-376 part 2, 9.3). A template or a
 * picture from an address is fetched as the document is opened: it brings macros, or tells who
 * opened it where. Links that somebody has to follow may stay.
 */
final class OfficeLinks {
  private static final Set<String> ACTING =
      Set.of("oleobject", "vbaproject", "control", "activexcontrol", "afchunk", "package");
  private static final Pattern ON_THE_WRITERS_DISK = Pattern.compile("(?i)file:///[a-z]:.*");

  private OfficeLinks() {}

  static boolean areIn(String part) {
    return part.toLowerCase(Locale.ROOT).endsWith(".rels");
  }

  /** Also when they cannot be read: who reads less strictly would follow them. */
  static boolean act(byte[] part) {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && reader.getLocalName().equals("Relationship")
            && acts(
                reader.getAttributeValue(null, "Type"),
                reader.getAttributeValue(null, "TargetMode"),
                reader.getAttributeValue(null, "Target"))) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException unreadable) {
      return true;
    }
  }

  private static boolean acts(
      @Nullable String type, @Nullable String mode, @Nullable String target) {
    String whole = type == null ? "" : type.toLowerCase(Locale.ROOT);
    String kind = whole.substring(whole.lastIndexOf('/') + 1);
    if (ACTING.contains(kind)) {
      return true;
    }
    boolean outside = mode != null && mode.strip().equalsIgnoreCase("external");
    boolean ofWriter =
        kind.equals("attachedtemplate")
            && target != null
            && ON_THE_WRITERS_DISK.matcher(target.strip()).matches();
    return outside && !kind.equals("hyperlink") && !ofWriter;
  }
}
