package org.hifazat.gateway.proxy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of all bodies of one kind of client that are being read or passed on: so many at most,
 * and a quarter of them for one address, so that nobody fills our memory and no single place takes
 * all of it.
 */
final class BodiesHeld {
  private static final int PLACES = 4;

  private final long most;
  private final AtomicLong held = new AtomicLong();
  private final ConcurrentHashMap<String, Long> ofAddresses = new ConcurrentHashMap<>();

  /**
   * Refuses room in which no body of the largest size would ever fit.
   *
   * @param setting what is to be raised then
   */
  BodiesHeld(String setting, long most, long largest) {
    if (most / PLACES < largest) {
      throw new IllegalStateException(
          "HIFAZAT_GATEWAY_LIMITS_"
              + setting
              + " must be at least four times HIFAZAT_GATEWAY_LIMITS_BODY_BYTES");
    }
    this.most = most;
  }

  /** What one request holds; to be given back once, when it is answered or has failed. */
  Share share(String address) {
    return new Share(address);
  }

  long held() {
    return held.get();
  }

  int addresses() {
    return ofAddresses.size();
  }

  /** Used by the request's own event loop only. */
  final class Share {
    private final String address;
    private long taken;

    private Share(String address) {
      this.address = address;
    }

    /** Whether there was room for so many bytes more. */
    boolean take(long bytes) {
      if (held.addAndGet(bytes) > most) {
        held.addAndGet(-bytes);
        return false;
      }
      long ofAddress = ofAddresses.merge(address, bytes, Long::sum);
      taken += bytes;
      if (ofAddress > most / PLACES) {
        return false;
      }
      return true;
    }

    void giveBack() {
      long bytes = taken;
      taken = 0;
      if (bytes > 0) {
        held.addAndGet(-bytes);
        ofAddresses.computeIfPresent(
            address, (name, present) -> present > bytes ? present - bytes : null);
      }
    }
  }
}
