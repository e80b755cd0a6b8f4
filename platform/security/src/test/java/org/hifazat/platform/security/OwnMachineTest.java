package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnMachineTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,true",
    "::1,true",
    "10.42.0.7,false",
    "0.0.0.0,false",
    "203.0.113.9,false",
    "2001:db8::1,false"
  })
  void onlyWhoIsOnThisMachineIsHeard(String address, boolean heard) {
    assertThat(OwnMachine.isHere(SocketAddress.inetSocketAddress(80, address))).isEqualTo(heard);
    assertThat(OwnMachine.isHere(null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost,true",
    "LOCALHOST:8642,true",
    "127.0.0.1:8642,true",
    "[::1]:8642,true",
    "case-service:8642,false",
    "localhost.evil.example,false",
    "localhost:8642:1,false",
    "127.0.0.1.evil.example:8642,false"
  })
  void whoeverThinksWeHaveAnotherNameIsNotHeard(String host, boolean heard) {
    assertThat(OwnMachine.isOurName(host)).isEqualTo(heard);
    assertThat(OwnMachine.isOurName(null)).isFalse();
  }

  @Test
  void noPageOfABrowserIsHeard() {
    assertThat(OwnMachine.isFromAPage(null, null)).isFalse();
    assertThat(OwnMachine.isFromAPage("http://localhost:8642", null)).isTrue();
    assertThat(OwnMachine.isFromAPage(null, "same-origin")).isTrue();
  }
}
