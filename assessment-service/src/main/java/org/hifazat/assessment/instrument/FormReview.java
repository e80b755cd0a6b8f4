package org.hifazat.assessment.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Everything that stands against publishing an instrument, found in one go. */
public final class FormReview {

  private FormReview() {}

  /**
   * @param browser what the browser's engine made of the golden sets; empty when it was not asked
   * @return empty when nothing stands against it
   */
  public static List<Finding> findings(
      InstrumentDescriptor descriptor,
      String form,
      List<GoldenSet> golden,
      Optional<List<GoldenResult>> browser,
      LocalDate today) {
    return switch (HardenedXml.read(form, Instrument.FORM_LIMIT)) {
      case HardenedXml.Reading.Unreadable unreadable ->
          List.of(new Finding("", unreadable.why().code(), "the form cannot be read"));
      case HardenedXml.Reading.Document read ->
          ofDocument(descriptor, form, read.root(), golden, browser, today);
    };
  }

  /** Why a text is not even a draft of a form: no XML, a document type, too large. */
  public static Optional<Finding> unreadable(String form) {
    return switch (HardenedXml.read(form, Instrument.FORM_LIMIT)) {
      case HardenedXml.Reading.Unreadable unreadable ->
          Optional.of(new Finding("", unreadable.why().code(), "the form cannot be read"));
      case HardenedXml.Reading.Document read -> Optional.empty();
    };
  }

  /** Whether its holder forbids it in software. */
  public static boolean forbidden(InstrumentDescriptor descriptor, String form) {
    return switch (HardenedXml.read(form, Instrument.FORM_LIMIT)) {
      case HardenedXml.Reading.Unreadable unreadable -> false;
      case HardenedXml.Reading.Document read ->
          ForbiddenInstruments.check(descriptor, new FormDocument(read.root()).title()).isPresent();
    };
  }

  private static List<Finding> ofDocument(
      InstrumentDescriptor descriptor,
      String form,
      Element root,
      List<GoldenSet> golden,
      Optional<List<GoldenResult>> browser,
      LocalDate today) {
    FormDocument document = new FormDocument(root);
    List<Finding> findings = new ArrayList<>();
    ForbiddenInstruments.check(descriptor, document.title()).ifPresent(findings::add);
    if (!WordingPlaces.keys(document).isEmpty()) {
      findings.add(new Finding("", "wording-missing", "the licensed wording is not loaded"));
    }
    findings.addAll(DescriptorCheck.findings(descriptor));
    findings.addAll(FormCheck.problems(descriptor, document, form));
    if (findings.isEmpty()) {
      Instrument instrument = Instrument.open(descriptor, form);
      GoldenCheck check = new GoldenCheck(instrument, today);
      findings.addAll(check.of(golden, browser));
      new Reachability(document)
          .unreached(form, today, check.reached())
          .forEach(
              path ->
                  findings.add(new Finding(path, "branch-unreachable", "no answers lead to this")));
    }
    return findings;
  }
}
