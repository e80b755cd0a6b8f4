package org.hifazat.platform.web.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The scanner of a deployment that names one; without it every document counts as clean. */
@ApplicationScoped
public class ConfiguredScanner {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Optional<VirusScanner> scanner;

  ConfiguredScanner(@ConfigProperty(name = "hifazat.clamd.address") Optional<String> address) {
    this.scanner =
        address
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(one -> new Clamd(parsed(one), PATIENCE_MILLIS));
  }

  public VirusScanner.Verdict scan(byte[] content) {
    return scanner.map(one -> one.scan(content)).orElse(VirusScanner.Verdict.CLEAN);
  }

  private static InetSocketAddress parsed(String address) {
    int colon = address.lastIndexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException("hifazat.clamd.address is to be host:port");
    }
    return InetSocketAddress.createUnresolved(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }
}
