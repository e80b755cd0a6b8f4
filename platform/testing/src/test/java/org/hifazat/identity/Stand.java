package org.hifazat.identity;

/** Stands in for a class of another service. */
public final class Stand {
  private Stand() {}

  public static int in() {
    return 1;
  }
}
