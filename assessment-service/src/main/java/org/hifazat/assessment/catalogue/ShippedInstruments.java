package org.hifazat.assessment.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hifazat.assessment.instrument.DescriptorReader;
import org.hifazat.assessment.instrument.Instrument;

/**
 * Puts the instruments this service ships into the catalogue: in use at once, or waiting for their
 * licence holder's wording. Holds published versions to their word: files that no longer are what
 * was published keep the service from starting. Scores given years ago must stay explainable.
 */
@ApplicationScoped
public class ShippedInstruments {

  static final String SHIPPED = "shipped";
  private static final String FOLDER = "instruments/";

  private final VersionRepository versions;
  private final DescriptorReader reader;
  private final CatalogueDesk desk;

  ShippedInstruments(VersionRepository versions, DescriptorReader reader, CatalogueDesk desk) {
    this.versions = versions;
    this.reader = reader;
    this.desk = desk;
  }

  @Transactional
  void onStart(@Observes StartupEvent started) {
    text("published.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            path ->
                hold(
                    text(path + "/form.xml"),
                    text(path + "/instrument.json"),
                    text(path + "/golden.json")));
  }

  /**
   * @throws IllegalStateException when that version was published with other files
   */
  @Transactional
  void hold(String form, String descriptor, String golden) {
    Content content =
        switch (Content.of(form, descriptor, golden, reader)) {
          case Content.Reading.Readable readable -> readable.content();
          case Content.Reading.Unreadable unreadable ->
              throw new IllegalStateException("A shipped instrument: " + unreadable.why());
        };
    versions
        .row(content.key())
        .ifPresentOrElse(known -> compare(known, content), () -> add(content));
  }

  private void add(Content content) {
    InstrumentVersion.Act now = new InstrumentVersion.Act(null, desk.now());
    VersionState state =
        content.awaitsWording() ? VersionState.AWAITING_WORDING : VersionState.DRAFT;
    InstrumentVersion version = new InstrumentVersion(content.key(), state, SHIPPED, now);
    version.fill(content.form(), content.descriptor(), content.golden());
    if (!content.awaitsWording() && !content.read().licence().needsAcceptance()) {
      // What the golden sets give on both engines is held by this service's tests.
      Instrument.publish(content.read(), content.form());
      version.publish(now);
    }
    versions.add(version);
  }

  private static void compare(InstrumentVersion known, Content content) {
    boolean sameForm =
        known.formSha256().equals(Instrument.fingerprint(content.form()))
            && (!known.hasContent() || known.descriptor().equals(content.descriptor()));
    if (!known.state().isOpen() && known.wordingSource().isEmpty() && !sameForm) {
      throw new IllegalStateException(
          "%s version %s is published and was changed: make a new version"
              .formatted(content.key().id(), content.key().version()));
    }
    boolean untouched = known.state().isOpen() && known.wordingSource().isEmpty();
    if (!known.hasContent() || (untouched && !sameForm)) {
      known.fill(content.form(), content.descriptor(), content.golden());
    }
  }

  private static String text(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream resource = loader.getResourceAsStream(FOLDER + name)) {
      if (resource == null) {
        throw new IllegalStateException("Not shipped: " + FOLDER + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Not readable: " + FOLDER + name, unreadable);
    }
  }
}
