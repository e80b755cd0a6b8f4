package org.hifazat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last proxy's word counts, without the port, which changes with each connection. */
class ClientAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7|203.0.113.7",
        "198.51.100.1, 203.0.113.7|203.0.113.7",
        "198.51.100.1,203.0.113.7:40001|203.0.113.7",
        "2001:db8::7|2001:db8::7",
        "198.51.100.1, [2001:db8::7]|2001:db8::7",
        "[2001:db8::7]:40001|2001:db8::7",
        "203.0.113.7, unknown|",
        "203.0.113.7,|",
        "203.0.113.7 evil|"
      })
  void theLastAddressIsTheClients(String header, String address) {
    assertThat(ClientAddress.last(header).orElse(null)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7,203.0.113.7",
    "2001:db8:1:2::7,20010db800010002",
    "2001:db8:1:2:ffff:ffff:ffff:ffff,20010db800010002",
    "2001:db8:1:3::7,20010db800010003",
    "::ffff:203.0.113.7,203.0.113.7",
    "2001:db8::zz,unknown"
  })
  void allAddressesThatOneLineIsGivenAreOne(String address, String line) {
    assertThat(ClientAddress.line(address)).isEqualTo(line);
  }
}
