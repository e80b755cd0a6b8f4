package org.hifazat.assessment.instrument;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** One published version of an instrument. Never changes; thread-safe. */
public final class Instrument {

  /** Stored with each assessment, so that a score can be explained years later. */
  public static final String ENGINE = FormEngine.VERSION;

  /** Most characters of a submission. */
  public static final int SUBMISSION_LIMIT = 65_536;

  /** Most characters of a form. */
  static final int FORM_LIMIT = 1_048_576;

  private static final Logger LOG = Logger.getLogger(Instrument.class);

  private final InstrumentDescriptor descriptor;
  private final String form;
  private final Map<String, Texts> labels = new LinkedHashMap<>();

  private Instrument(InstrumentDescriptor descriptor, String form, FormDocument document) {
    this.descriptor = descriptor;
    this.form = form;
    for (String path : descriptor.arithmetic()) {
      document
          .label(path)
          .ifPresent(label -> labels.put(path.substring(path.lastIndexOf('/') + 1), label));
    }
  }

  /** A form that must not be published, with every reason found. */
  public static final class UnpublishableFormException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnpublishableFormException(String form, List<Finding> reasons) {
      super(form + reasons);
    }
  }

  /**
   * Takes a form into use.
   *
   * @throws UnpublishableFormException when anything stands against it
   */
  public static Instrument publish(InstrumentDescriptor descriptor, String form) {
    return switch (HardenedXml.read(form, FORM_LIMIT)) {
      case HardenedXml.Reading.Unreadable unreadable ->
          throw new UnpublishableFormException(
              descriptor.id(), List.of(new Finding("", unreadable.why().code(), "not read")));
      case HardenedXml.Reading.Document read -> {
        FormDocument document = new FormDocument(read.root());
        List<Finding> problems = FormCheck.problems(descriptor, document, form);
        if (!problems.isEmpty()) {
          throw new UnpublishableFormException(descriptor.id(), problems);
        }
        yield new Instrument(descriptor, form, document);
      }
    };
  }

  /**
   * Takes up again what was published before: nothing is checked anew.
   *
   * @throws UnpublishableFormException when the form is no document
   */
  public static Instrument open(InstrumentDescriptor descriptor, String form) {
    return switch (HardenedXml.read(form, FORM_LIMIT)) {
      case HardenedXml.Reading.Unreadable unreadable ->
          throw new UnpublishableFormException(
              descriptor.id(), List.of(new Finding("", unreadable.why().code(), "not read")));
      case HardenedXml.Reading.Document read ->
          new Instrument(descriptor, form, new FormDocument(read.root()));
    };
  }

  /** What is known of it besides the form. */
  public InstrumentDescriptor descriptor() {
    return descriptor;
  }

  public String id() {
    return descriptor.id();
  }

  public String version() {
    return descriptor.version();
  }

  public Texts title() {
    return descriptor.title();
  }

  /** Code of what it is for, {@code risk}. */
  public String purpose() {
    return descriptor.purpose();
  }

  /**
   * Language to {@code original}, {@code working} (nobody has validated it) or {@code validated}.
   */
  public Map<String, String> translations() {
    return descriptor.translations();
  }

  /** The XForm, exactly as published. */
  public String form() {
    return form;
  }

  /** SHA-256 of the form, in hexadecimal. */
  public String fingerprint() {
    return fingerprint(form);
  }

  /** SHA-256 of a text, in hexadecimal. */
  public static String fingerprint(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Label of a node shown in the sum, by the node's name. */
  public Texts label(String question) {
    return labels.getOrDefault(question, new Texts(question, question, question));
  }

  /**
   * Looks at a submission that may be unfinished: whether it is of this form, and what interrupts.
   *
   * @param today the day it is where the work is done
   */
  public Unfinished unfinished(String submission, LocalDate today) {
    return switch (HardenedXml.read(submission, SUBMISSION_LIMIT)) {
      case HardenedXml.Reading.Unreadable unreadable -> Unfinished.refused(unreadable.why());
      case HardenedXml.Reading.Document read ->
          FormEngine.withForm(
              form,
              today,
              fresh -> {
                try {
                  return new Evaluation(fresh, descriptor).unfinished(read.root());
                } catch (RuntimeException fault) {
                  LOG.warnf("%s refused a draft: %s", id(), fault.getClass().getName());
                  return Unfinished.refused(AnswerProblem.Kind.NOT_SCORABLE);
                }
              });
    };
  }

  /**
   * Scores a submission. Whatever it holds, the answer is a result or a refusal.
   *
   * @param submission the filled instance as XML
   * @param today the day it is where the work is done
   */
  public Scoring score(String submission, LocalDate today) {
    return attempt(submission, today).scoring();
  }

  /**
   * What came of a submission.
   *
   * @param asked paths of the nodes that were relevant
   */
  record Tried(Scoring scoring, Set<String> asked) {

    private static Tried refused(AnswerProblem.Kind why) {
      return new Tried(new Scoring.Refused(List.of(new AnswerProblem("", why))), Set.of());
    }
  }

  Tried attempt(String submission, LocalDate today) {
    return switch (HardenedXml.read(submission, SUBMISSION_LIMIT)) {
      case HardenedXml.Reading.Unreadable unreadable -> Tried.refused(unreadable.why());
      case HardenedXml.Reading.Document read ->
          FormEngine.withForm(
              form,
              today,
              fresh -> {
                try {
                  Evaluation evaluation = new Evaluation(fresh, descriptor);
                  Scoring scoring = evaluation.of(read.root());
                  return new Tried(scoring, evaluation.asked());
                } catch (RuntimeException fault) {
                  // JavaRosa's messages quote answers: only the kind of fault may be logged.
                  LOG.warnf("%s refused a submission: %s", id(), fault.getClass().getName());
                  return Tried.refused(AnswerProblem.Kind.NOT_SCORABLE);
                }
              });
    };
  }
}
