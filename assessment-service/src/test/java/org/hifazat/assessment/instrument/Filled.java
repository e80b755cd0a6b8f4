package org.hifazat.assessment.instrument;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A filled risk matrix, answer by answer; invented text only. */
public final class Filled {

  public static final String ID = "kp-risk-matrix";

  private final Map<String, String> answers = new LinkedHashMap<>();

  private Filled(Map<String, String> answers) {
    this.answers.putAll(answers);
  }

  /** Answers by path, as the golden file has them. */
  public static Filled of(Map<String, String> answers) {
    return new Filled(answers);
  }

  /** No red flag, no protective factor, conducted on 2026-01-15. */
  public static Filled matrix(int likelihood, int severity) {
    return of(Map.of())
        .with("/data/conducted_on", "2026-01-15")
        .with("/data/child_seen", "alone")
        .with("/data/danger/red_flags", "none")
        .with("/data/harm/likelihood", Integer.toString(likelihood))
        .with("/data/harm/severity", Integer.toString(severity))
        .with("/data/protection/factors", "none");
  }

  public Filled with(String path, String value) {
    Filled changed = new Filled(answers);
    changed.answers.put(path, value);
    return changed;
  }

  public Filled without(String path) {
    Filled changed = new Filled(answers);
    changed.answers.remove(path);
    return changed;
  }

  public Filled redFlags(String codes) {
    return with("/data/danger/red_flags", codes)
        .with("/data/danger/red_flag_basis", "Seen by the worker on the visit");
  }

  public Filled credit(int credit, String factors) {
    return with("/data/protection/factors", factors)
        .with("/data/protection/credit", Integer.toString(credit))
        .with("/data/protection/evidence", "The grandmother confirmed it herself");
  }

  public Filled claiming(String score, String band) {
    return with("/data/result/score", score).with("/data/result/band", band);
  }

  /** Another instrument, conducted on 2026-01-15, nothing answered yet. */
  public static String blank(String instrument) {
    return of(Map.of()).with("/data/conducted_on", "2026-01-15").of(instrument);
  }

  /** The instance of another instrument as XML. */
  public String of(String instrument) {
    return xml("id=\"" + instrument + "\" version=\"1\"");
  }

  /** PHQ-A with nine answers, of which the last asks for thoughts of being better off dead. */
  public static Filled phq(String each, String last) {
    Filled filled = of(Map.of()).with("/data/conducted_on", "2026-01-15");
    for (int item = 1; item <= 8; item++) {
      filled = filled.with("/data/items/q" + item, each);
    }
    return filled.with("/data/items/q9", last);
  }

  /** The instance as XML. */
  public String xml() {
    return xml("id=\"" + ID + "\" version=\"1\"");
  }

  /** The instance as XML, with other attributes on its root. */
  public String xml(String attributes) {
    Map<String, Object> tree = new TreeMap<>();
    answers.forEach((path, value) -> put(tree, path.substring("/data/".length()), value));
    StringBuilder xml = new StringBuilder("<data ").append(attributes).append('>');
    write(tree, xml);
    return xml.append("</data>").toString();
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> tree, String path, String value) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      tree.put(path, value);
    } else {
      Object inner =
          tree.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<String, Object>());
      put((Map<String, Object>) inner, path.substring(slash + 1), value);
    }
  }

  @SuppressWarnings("unchecked")
  private static void write(Map<String, Object> tree, StringBuilder xml) {
    tree.forEach(
        (name, value) -> {
          xml.append('<').append(name).append('>');
          if (value instanceof String text) {
            xml.append(text.replace("&", "&amp;").replace("<", "&lt;"));
          } else {
            write((Map<String, Object>) value, xml);
          }
          xml.append("</").append(name).append('>');
        });
  }
}
