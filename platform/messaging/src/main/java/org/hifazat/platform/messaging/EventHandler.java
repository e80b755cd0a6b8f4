package org.hifazat.platform.messaging;

/**
 * What a service does with one type of event: one CDI bean per type.
 *
 * <p>Called at most once with success per event id, inside the transaction that also remembers the
 * id. Events of one key arrive in order; a redelivery may come late, so a handler that keeps only
 * the newest state compares {@link ReceivedEvent#aggregateVersion()}.
 */
public interface EventHandler<T> {
  /** CloudEvents type this handler is for. */
  String type();

  /** Record to read the payload into; fields it does not name are ignored. */
  Class<T> payload();

  /**
   * Applies the event.
   *
   * @throws PoisonException when trying again cannot help; any other exception is retried a few
   *     times
   */
  void handle(ReceivedEvent<T> event);
}
