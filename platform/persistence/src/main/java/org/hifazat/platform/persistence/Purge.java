package org.hifazat.platform.persistence;

/**
 * Rows that have served their time. A bean of this type is run by the service's housekeeping, by
 * one process at a time.
 */
public interface Purge {
  /** What is removed, for the log. */
  String name();

  /**
   * Removes some of the rows that are due, in the present transaction.
   *
   * @param most how many rows at most, so that no transaction grows with what has piled up
   * @return how many rows were removed
   */
  int purge(int most);
}
