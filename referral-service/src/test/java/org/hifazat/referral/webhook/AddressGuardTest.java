package org.hifazat.referral.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void anAddressThatIsNotInThePublicInternetIsRefused(String address) {
    assertThat(guard.permits(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "192.169.0.1",
        "223.255.255.255",
        "2400:cb00::1",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1"
      })
  void aPublicAddressIsPermitted(String address) {
    assertThat(guard.permits(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void anIpv4AddressInIpv6ClothingIsJudgedAsWhatItIs() {
    assertThat(guard.permits(mapped(10, 0, 0, 1))).isFalse();
    assertThat(guard.permits(mapped(169, 254, 169, 254))).isFalse();
    assertThat(guard.permits(mapped(1, 1, 1, 1))).isTrue();
  }

  @Test
  void whatAnInstallationOpensIsOpenAndNothingBesides() {
    AddressGuard opened = new AddressGuard(List.of("192.168.7.0/25", "fd12:3456::/32"));
    assertThat(opened.permits(InetAddress.ofLiteral("192.168.7.127"))).isTrue();
    assertThat(opened.permits(InetAddress.ofLiteral("fd12:3456:7::1"))).isTrue();
    assertThat(opened.permits(mapped(192, 168, 7, 1))).isTrue();
    assertThat(opened.permits(InetAddress.ofLiteral("192.168.7.128"))).isFalse();
    assertThat(opened.permits(InetAddress.ofLiteral("fd12:3457::1"))).isFalse();
    assertThat(opened.permits(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
  }

  @Test
  void aRangeThatIsNoneIsRefusedAtStart() {
    for (String range : new String[] {"10.0.0.0", "10.0.0.0/33", "example.org/8", "::/129", "/8"}) {
      assertThatThrownBy(() -> new AddressGuard(List.of(range)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void onlyHttpsAddressesWithoutUserAndFragmentAreReceivers() {
    assertThat(ReceiverAddress.of("https://hooks.example.org/in?from=hifazat", false))
        .contains(new ReceiverAddress(true, "hooks.example.org", 443, "/in?from=hifazat"));
    assertThat(ReceiverAddress.of("https://[2a00::1]:8443", false))
        .contains(new ReceiverAddress(true, "2a00::1", 8443, "/"));
    assertThat(ReceiverAddress.of("http://127.0.0.1:9000/x", true))
        .contains(new ReceiverAddress(false, "127.0.0.1", 9000, "/x"));
    for (String refused :
        new String[] {
          "http://hooks.example.org/",
          "ftp://hooks.example.org/",
          "file:///etc/passwd",
          "https://user:word@hooks.example.org/",
          "https://hooks.example.org/#part",
          "https:///in",
          "https://hooks.example.org:0/",
          "https://hooks.example.org:70000/",
          "https://hooks_example .org/",
          "//hooks.example.org/",
          "hooks.example.org",
          "https://example.org/" + "x".repeat(500)
        }) {
      assertThat(ReceiverAddress.of(refused, false)).as(refused).isEmpty();
    }
  }

  private static byte[] mapped(int... parts) {
    byte[] address = new byte[16];
    address[10] = (byte) 0xFF;
    address[11] = (byte) 0xFF;
    for (int i = 0; i < parts.length; i++) {
      address[12 + i] = (byte) parts[i];
    }
    return address;
  }
}
