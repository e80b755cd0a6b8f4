package org.hifazat.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Somebody's mail server in the network {@code outside}, and what an operator writes down of it.
 */
final class OutsideMail {
  static final String HOST = "mail";

  /** With what shells and settings like to read something into. */
  static final String PASSWORD = "pa$$ ${HOME} \\ \"word\"";

  private static final int GROUP = 10001;
  private static final String USER = "hifazat";
  private static final String STORE_PASSWORD = "invented";
  private static final Pattern LIBRARY =
      Pattern.compile("(greenmail|jakarta\\.(mail|activation)|angus|slf4j-api)[^/]*\\.jar$");

  private final Path folder;
  private final Path store;
  private final Path authority;
  private final Path password;

  /**
   * @param folder for the certificate and the secrets
   */
  OutsideMail(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    this.store = this.folder.resolve("mail.p12");
    this.authority = this.folder.resolve("smtp-authority");
    this.password = this.folder.resolve("smtp-password");
    Files.deleteIfExists(store);
    keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=mail");
    keytool("-exportcert", "-rfc", "-file", authority.toString());
    guarded(authority);
  }

  /** A secret is a file of mode 640 and group 10001, as compose.outside.yaml says. */
  void writePassword(String text) throws IOException {
    Files.writeString(password, text + "\n");
    guarded(password);
  }

  Map<String, String> variables() {
    return Map.of(
        "HIFAZAT_NOTICE_FROM",
        "no-reply@hifazat.example",
        "HIFAZAT_NOTICE_SMTP_HOST",
        HOST,
        "HIFAZAT_NOTICE_SMTP_PORT",
        Integer.toString(MailServer.PORT),
        "HIFAZAT_NOTICE_SMTP_USERNAME",
        USER,
        "HIFAZAT_SMTP_PASSWORD_FILE",
        password.toString(),
        "HIFAZAT_SMTP_AUTHORITY_FILE",
        authority.toString());
  }

  void joins(Composition composition) {
    List<String> volumes = new ArrayList<>();
    volumes.add(store + ":/mail/mail.p12:ro");
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith("test-classes")) {
        volumes.add(entry + ":/mail/classes:ro");
      } else if (LIBRARY.matcher(entry).find()) {
        volumes.add(entry + ":/mail/lib/" + Path.of(entry).getFileName() + ":ro");
      }
    }
    composition.add(
        HOST,
        Map.of(
            "image",
            DeploymentFiles.image("jre"),
            "user",
            "10001:10001",
            "read_only",
            true,
            "tmpfs",
            List.of("/tmp:mode=1777"),
            "networks",
            List.of("outside"),
            "volumes",
            volumes,
            "command",
            List.of(
                "java",
                "-cp",
                "/mail/classes:/mail/lib/*",
                MailServer.class.getName(),
                "/mail/mail.p12",
                STORE_PASSWORD,
                USER,
                PASSWORD),
            "deploy",
            Map.of("resources", Map.of("limits", Map.of("memory", "256M", "pids", 128))),
            "healthcheck",
            Map.of(
                "test",
                List.of("CMD", "bash", "-c", ": </dev/tcp/127.0.0.1/" + MailServer.PORT),
                "interval",
                "2s",
                "timeout",
                "5s",
                "start_period",
                "120s",
                "retries",
                3)));
  }

  /** What has arrived. */
  static List<MimeMessage> letters(ComposedPlatform platform) throws Exception {
    List<MimeMessage> letters = new ArrayList<>();
    String names = platform.output(HOST, "ls", MailServer.MAILS);
    for (String name : names.lines().filter(line -> line.endsWith(".eml")).toList()) {
      String text = platform.output(HOST, "cat", MailServer.MAILS + "/" + name);
      letters.add(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(text.getBytes(UTF_8))));
    }
    return letters;
  }

  /** Only root may give a file to a group it is not in; whoever else tests lets all read it. */
  private static void guarded(Path file) throws IOException {
    boolean root = Integer.valueOf(0).equals(Files.getAttribute(file.getParent(), "unix:uid"));
    if (root) {
      Files.setAttribute(file, "unix:gid", GROUP);
    }
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(root ? "rw-r-----" : "rw-r--r--"));
  }

  private void keytool(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(words));
    command.addAll(List.of("-alias", "mail", "-keystore", store.toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
    if (command.contains("-genkeypair")) {
      command.addAll(List.of("-ext", "san=dns:" + HOST, "-startdate", "-1d", "-validity", "3650"));
    }
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }
}
