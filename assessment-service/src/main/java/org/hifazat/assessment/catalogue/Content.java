package org.hifazat.assessment.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hifazat.assessment.instrument.DescriptorCheck;
import org.hifazat.assessment.instrument.DescriptorReader;
import org.hifazat.assessment.instrument.Finding;
import org.hifazat.assessment.instrument.FormReview;
import org.hifazat.assessment.instrument.GoldenSet;
import org.hifazat.assessment.instrument.InstrumentDescriptor;
import org.hifazat.assessment.instrument.InstrumentShelf;
import org.hifazat.assessment.instrument.WordingPlaces;

/**
 * The three files of an instrument, readable as such.
 *
 * @param descriptor as JSON
 * @param golden as JSON
 */
record Content(
    InstrumentDescriptor read,
    List<GoldenSet> sets,
    String form,
    String descriptor,
    String golden) {

  Content {
    sets = List.copyOf(sets);
  }

  /** Either what the files hold, or why they are no instrument's. */
  sealed interface Reading {
    record Readable(Content content) implements Reading {}

    record Unreadable(List<Finding> why) implements Reading {}
  }

  static Reading of(String form, String descriptor, String golden, DescriptorReader reader) {
    List<Finding> why = new ArrayList<>();
    FormReview.unreadable(form)
        .ifPresent(finding -> why.add(new Finding("/form", finding.code(), finding.detail())));
    List<InstrumentDescriptor> read =
        attempt("/descriptor", why, () -> List.of(reader.read(descriptor)));
    read.forEach(known -> why.addAll(DescriptorCheck.identity(known)));
    List<GoldenSet> sets = attempt("/golden", why, () -> reader.golden(golden));
    return why.isEmpty()
        ? new Reading.Readable(new Content(read.getFirst(), sets, form, descriptor, golden))
        : new Reading.Unreadable(why);
  }

  InstrumentShelf.Key key() {
    return new InstrumentShelf.Key(read.id(), read.version());
  }

  /** Whether it waits for its licence holder's wording. */
  boolean awaitsWording() {
    return !WordingPlaces.keys(form).isEmpty();
  }

  private static <T> List<T> attempt(String place, List<Finding> why, Supplier<List<T>> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException unreadable) {
      why.add(new Finding(place, "unreadable", "cannot be read"));
      return List.of();
    }
  }
}
