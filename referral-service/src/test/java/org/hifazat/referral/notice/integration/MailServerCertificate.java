package org.hifazat.referral.notice.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate nobody else vouches for, as a mail server in one's own network has one.
 *
 * @param store PKCS#12, with the key
 * @param pem the certificate alone
 */
record MailServerCertificate(Path store, String pem) {
  static final String STORE_PASSWORD = "invented";

  /**
   * @param names whom it is for, e.g. {@code dns:localhost}
   */
  static MailServerCertificate of(Path folder, String file, String names)
      throws IOException, InterruptedException {
    Path store = folder.resolve(file + ".p12");
    Path pem = folder.resolve(file + ".pem");
    keytool(store, "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1")
        .with("-dname", "CN=" + file, "-ext", "san=" + names)
        .with("-startdate", "-1d", "-validity", "3650")
        .run();
    keytool(store, "-exportcert", "-rfc", "-file", pem.toString()).run();
    return new MailServerCertificate(store, Files.readString(pem));
  }

  private static Call keytool(Path store, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    return new Call(command)
        .with("-alias", "mail", "-storetype", "PKCS12", "-keystore", store.toString())
        .with("-storepass", STORE_PASSWORD);
  }

  private record Call(List<String> command) {
    Call with(String... words) {
      command.addAll(List.of(words));
      return this;
    }

    void run() throws IOException, InterruptedException {
      Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
      assertThat(keytool.waitFor()).as(said).isZero();
    }
  }
}
