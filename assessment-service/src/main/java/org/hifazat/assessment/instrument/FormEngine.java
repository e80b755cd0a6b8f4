package org.hifazat.assessment.instrument;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.xform.parse.XFormParser;

/**
 * The door to JavaRosa. It keeps static state while it parses and a form definition is changed by
 * answering it, so each evaluation gets its own definition and they go in one at a time (a few
 * milliseconds each).
 */
final class FormEngine {

  /** The engine that decides. */
  static final String VERSION = "javarosa-6.0.0";

  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private FormEngine() {}

  /** The form cannot be read by JavaRosa: a fault of whoever published it. */
  static final class UnreadableFormException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableFormException(Throwable cause) {
      super("JavaRosa cannot read the form", cause);
    }
  }

  /**
   * Lets work answer a fresh definition of the form.
   *
   * @param today what the form's {@code today()} means. JavaRosa would take the machine's date, and
   *     in the small hours in Peshawar the machine, on UTC, is a day behind.
   */
  static <T> T withForm(String formXml, LocalDate today, Function<FormDef, T> work) {
    String dated = formXml.replace("today()", "date('" + today + "')");
    ONE_AT_A_TIME.lock();
    try {
      return work.apply(open(dated));
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static FormDef open(String formXml) {
    try {
      FormDef form = new XFormParser(new StringReader(formXml)).parse();
      // As an instance begun elsewhere: nothing is preloaded here.
      form.initialize(false, new InstanceInitializationFactory());
      return form;
    } catch (XFormParser.ParseException | RuntimeException unreadable) {
      throw new UnreadableFormException(unreadable);
    }
  }
}
