package org.hifazat.platform.messaging;

/** The broker did not take or answer something in time; later it may. */
class BrokerAwayException extends RuntimeException {
  BrokerAwayException(Throwable cause) {
    super("Kafka does not answer: " + cause.getClass().getSimpleName(), cause);
  }
}
