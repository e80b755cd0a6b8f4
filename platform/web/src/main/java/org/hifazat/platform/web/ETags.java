package org.hifazat.platform.web;

/** Strong entity tags made of an aggregate's version. */
public final class ETags {

  private ETags() {}

  /** The header value, quotes included: {@code "v7"} for 7. */
  public static String of(long version) {
    return "\"v" + version + "\"";
  }
}
