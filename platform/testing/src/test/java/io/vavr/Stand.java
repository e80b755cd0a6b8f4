package io.vavr;

/** Stands in for a library the house does not have. */
public final class Stand {
  private Stand() {}

  public static int in() {
    return 1;
  }
}
