package org.hifazat.referral.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a webhook may go: to the public internet and what an installation allows by name. Whoever
 * may write an address into the platform must not reach into its network with it (OWASP:
 * server-side request forgery).
 */
final class AddressGuard {
  /** IANA's special-purpose registry for IPv4, multicast, and a cloud's own address. */
  private static final List<AddressRange> CLOSED_4 =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "168.63.129.16/32",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.31.196.0/24",
              "192.52.193.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "192.175.48.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4")
          .map(AddressRange::parse)
          .toList();

  /** Global unicast; all else of IPv6 is local, multicast or carries an IPv4 address. */
  private static final AddressRange OPEN_6 = AddressRange.parse("2000::/3");

  /** Protocol assignments (Teredo among them), documentation, 6to4, segment routing. */
  private static final List<AddressRange> CLOSED_6 =
      Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
          .map(AddressRange::parse)
          .toList();

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  private final List<AddressRange> allowed;

  /**
   * @param allowed ranges that are open all the same, as in 192.168.7.0/24
   */
  AddressGuard(List<String> allowed) {
    this.allowed = allowed.stream().map(AddressRange::parse).toList();
  }

  boolean permits(InetAddress address) {
    return permits(address.getAddress());
  }

  boolean permits(byte[] address) {
    byte[] plain = unmapped(address);
    if (within(allowed, plain)) {
      return true;
    }
    return plain.length == IPV4_BYTES
        ? !within(CLOSED_4, plain)
        : OPEN_6.contains(plain) && !within(CLOSED_6, plain);
  }

  /** ::ffff:10.0.0.1 is 10.0.0.1: judged, and connected to, as that. */
  private static byte[] unmapped(byte[] address) {
    if (address.length != IPV6_BYTES) {
      return address;
    }
    int before = IPV6_BYTES - IPV4_BYTES;
    byte[] prefix = new byte[before];
    prefix[before - 2] = (byte) 0xFF;
    prefix[before - 1] = (byte) 0xFF;
    return Arrays.equals(Arrays.copyOf(address, before), prefix)
        ? Arrays.copyOfRange(address, before, IPV6_BYTES)
        : address;
  }

  private static boolean within(List<AddressRange> ranges, byte[] address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
