package org.hifazat.referral.webhook;

import java.net.InetAddress;

/** Addresses with a common beginning, as in 10.0.0.0/8. */
final class AddressRange {
  private static final int BYTE = 8;

  private final byte[] network;
  private final int bits;

  private AddressRange(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /**
   * @param text a literal address, a slash and how many bits count
   * @throws IllegalArgumentException for anything else
   */
  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException("not a range of addresses: " + text);
    }
    byte[] network = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
    int bits = Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > network.length * BYTE) {
      throw new IllegalArgumentException("not a range of addresses: " + text);
    }
    return new AddressRange(network, bits);
  }

  boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += BYTE) {
      int counted = Math.min(BYTE, bits - bit);
      int mask = (0xFF << (BYTE - counted)) & 0xFF;
      int at = bit / BYTE;
      if ((address[at] & mask) != (network[at] & mask)) {
        return false;
      }
    }
    return true;
  }
}
