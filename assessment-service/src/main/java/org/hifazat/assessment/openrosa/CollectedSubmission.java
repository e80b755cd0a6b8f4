package org.hifazat.assessment.openrosa;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.SafeXml;
import org.hifazat.platform.web.Years;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a device sent: the filled form, and what only the device's own form asks.
 *
 * @param instrumentId as the root says
 * @param version as the root says
 * @param caseId the case chosen; empty when it is none
 * @param finishedAt when the form was finished, by the device's clock
 * @param instanceId the filled form's own id: the same one sent twice is one assessment
 * @param answers the published form's part of it
 */
public record CollectedSubmission(
    String instrumentId,
    String version,
    Optional<UUID> caseId,
    Optional<Instant> finishedAt,
    Optional<UUID> instanceId,
    String answers) {

  private static final Pattern INSTANCE = Pattern.compile("(?:uuid:)?([0-9a-fA-F-]{36})");

  /** The submission; empty when it is no document that may be read. */
  public static Optional<CollectedSubmission> read(String xml) {
    return SafeXml.read(xml, Instrument.SUBMISSION_LIMIT).map(CollectedSubmission::of);
  }

  private static CollectedSubmission of(Document document) {
    Element root = document.getDocumentElement();
    Element own = child(root, CollectForm.GROUP);
    String chosen = own == null ? "" : text(child(own, CollectForm.CASE));
    String finished = own == null ? "" : text(child(own, CollectForm.FINISHED));
    Element meta = child(root, "meta");
    String instance = meta == null ? "" : text(child(meta, "instanceID"));
    if (own != null) {
      root.removeChild(own);
    }
    Matcher instanceId = INSTANCE.matcher(instance);
    return new CollectedSubmission(
        root.getAttribute("id"),
        root.getAttribute("version"),
        id(chosen),
        instant(finished),
        instanceId.matches() ? id(instanceId.group(1)) : Optional.empty(),
        CollectForm.text(root));
  }

  /** Without the form's own data about itself, for a published form that has none. */
  public CollectedSubmission withoutMeta() {
    Document document = SafeXml.document(answers);
    Element meta = child(document.getDocumentElement(), "meta");
    if (meta != null) {
      document.getDocumentElement().removeChild(meta);
    }
    return new CollectedSubmission(
        instrumentId, version, caseId, finishedAt, instanceId, CollectForm.text(document));
  }

  /** The day in one of the answers; empty when there is none. */
  Optional<LocalDate> dayAt(String path) {
    @Nullable Element node = SafeXml.document(answers).getDocumentElement();
    String[] steps = path.split("/");
    for (int i = 2; i < steps.length && node != null; i++) {
      node = child(node, steps[i]);
    }
    try {
      String day = text(node);
      return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    } catch (DateTimeException otherwise) {
      return Optional.empty();
    }
  }

  private static @Nullable Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        return element;
      }
    }
    return null;
  }

  private static String text(@Nullable Element element) {
    return element == null ? "" : element.getTextContent().strip();
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException otherwise) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(Years::hold);
    } catch (DateTimeException otherwise) {
      return Optional.empty();
    }
  }
}
