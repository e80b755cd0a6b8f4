package org.hifazat.referral.notice;

/** A way a notice goes. */
public interface NoticeTransport {
  /** Whether it takes this kind of address. */
  boolean takes(Channel channel);

  /**
   * Sends one; when it returns, somebody has taken it.
   *
   * @throws NotSentException when nobody did: it is tried again
   */
  void send(Notice notice) throws NotSentException;

  /** Kinds of address. */
  enum Channel {
    EMAIL,
    SMS
  }

  /**
   * What is sent: no name, no number and no word of a child or a case.
   *
   * @param to an e-mail address, or a number with its country's code
   */
  record Notice(Channel channel, String to, String subject, String text) {}

  /** Nobody took it. */
  final class NotSentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason by code; never a word of the other side's, which may name the address
     */
    public NotSentException(String reason) {
      super(reason);
      this.reason = reason;
    }

    public String code() {
      return reason;
    }
  }
}
