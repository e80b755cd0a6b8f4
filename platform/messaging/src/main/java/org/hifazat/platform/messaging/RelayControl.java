package org.hifazat.platform.messaging;

/** Handles on the relay for tests and operators. */
public interface RelayControl {
  /**
   * Publishes what is committed now, without waiting for the next round or for a back-off to end.
   *
   * @return how many events the broker acknowledged
   */
  int flush();

  /** Stops publishing until {@link #resume()}; a round under way ends first. */
  void pause();

  /** Publishes again. */
  void resume();
}
