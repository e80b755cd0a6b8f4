package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.hifazat.referral.webhook.Answer.Why;

/** Finds a receiver's address once, so that what was judged is what is connected to. */
@ApplicationScoped
public class Names {
  private final AddressGuard guard;

  public Names(WebhookConfig config) {
    this.guard = new AddressGuard(config.openRanges().orElse(List.of()));
  }

  /** What a name comes to. */
  public sealed interface Found {
    record At(InetAddress address) implements Found {}

    record Not(Why why) implements Found {}
  }

  /** A name with one closed address among open ones is refused whole: it is a trap or a mistake. */
  public Found find(String host) {
    try {
      InetAddress[] all = InetAddress.getAllByName(host);
      for (InetAddress address : all) {
        if (!guard.permits(address)) {
          return new Found.Not(Why.ADDRESS_REFUSED);
        }
      }
      return new Found.At(all[0]);
    } catch (UnknownHostException unknown) {
      return new Found.Not(Why.NAME_UNKNOWN);
    }
  }

  /** Whether the host is written as an address, and one that is closed; names are judged later. */
  boolean closed(String host) {
    return literal(host).map(address -> !guard.permits(address)).orElse(false);
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }
}
