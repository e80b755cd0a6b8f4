package org.hifazat.referral.notice.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.Config;
import org.hifazat.referral.notice.NoticeConfig;
import org.hifazat.referral.notice.NoticeTransport;

/** Hands notices to a mail server. */
@ApplicationScoped
class MailTransport implements NoticeTransport {
  private static final String PASSWORD = "hifazat.notice.smtp.password";

  private static final Pattern CERTIFICATE =
      Pattern.compile("(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----");

  /** Answers that ask for a user name and a password, or do not take them. */
  private static final Set<Integer> SIGN_IN = Set.of(530, 534, 535, 538);

  private final NoticeConfig config;
  private final MailClient mail;

  /**
   * @param settings the same once more: there a password is as its owner wrote it, while in {@code
   *     config} a dollar sign has a meaning
   */
  MailTransport(NoticeConfig config, Config settings, Vertx vertx) {
    this.config = config;
    NoticeConfig.Smtp smtp = config.smtp();
    MailConfig server =
        new MailConfig()
            .setHostname(smtp.host())
            .setPort(smtp.port())
            .setStarttls(smtp.startTls() ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
            .setConnectTimeout((int) smtp.within().toMillis())
            // a server that falls silent must not keep one of the few connections for ever
            .setIdleTimeout((int) smtp.within().toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setKeepAlive(false);
    smtp.authority()
        .filter(text -> !text.isBlank())
        .map(Buffer::buffer)
        .map(new PemTrustOptions()::addCertValue)
        .ifPresent(server::setPemTrustOptions);
    smtp.username().ifPresent(server::setUsername);
    Optional.ofNullable(settings.getConfigValue(PASSWORD).getRawValue())
        // a file that somebody typed ends with a line's end
        .map(password -> password.replaceFirst("[\\r\\n]+\\z", ""))
        .filter(password -> !password.isEmpty())
        .ifPresent(server::setPassword);
    this.mail = MailClient.create(vertx, server);
  }

  /** Whom to trust is decided at the start, not when the first notice cannot go. */
  void check(@Observes StartupEvent starting) {
    if (config.email() == NoticeConfig.Way.SMTP) {
      config.smtp().authority().filter(text -> !text.isBlank()).ifPresent(MailTransport::readable);
    }
  }

  /** Of a file that holds other things too, as a key, the certificates count. */
  private static void readable(String authority) {
    String certificates =
        CERTIFICATE
            .matcher(authority)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining("\n"));
    try (InputStream text = new ByteArrayInputStream(certificates.getBytes(UTF_8))) {
      if (CertificateFactory.getInstance("X.509").generateCertificates(text).isEmpty()) {
        throw new CertificateException("none");
      }
    } catch (CertificateException | IOException unreadable) {
      throw new IllegalStateException(
          "hifazat.notice.smtp.authority holds no certificate as PEM", unreadable);
    }
  }

  @Override
  public boolean takes(Channel channel) {
    return channel == Channel.EMAIL && config.email() == NoticeConfig.Way.SMTP;
  }

  @Override
  public void send(Notice notice) throws NotSentException {
    MailMessage message =
        new MailMessage()
            .setFrom(config.from())
            .setTo(notice.to())
            .setSubject(notice.subject())
            .setText(notice.text());
    try {
      mail.sendMail(message)
          .toCompletionStage()
          .toCompletableFuture()
          .get(config.smtp().within().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException refused) {
      throw new NotSentException(code(requireNonNullElse(refused.getCause(), refused)));
    } catch (TimeoutException slow) {
      throw new NotSentException("mail-server-slow");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotSentException("stopped");
    }
  }

  /** What an operator needs to know to set it right; never the server's own words. */
  private static String code(Throwable cause) {
    return switch (cause) {
      case SMTPException answer when SIGN_IN.contains(answer.getReplyCode()) ->
          "mail-server-sign-in";
      case SSLException untrusted -> "mail-server-unsafe";
      case IOException away -> "mail-server-away";
      case Throwable other when String.valueOf(other.getMessage()).startsWith("STARTTLS") ->
          "mail-server-unsafe";
      default -> "mail-server-refused";
    };
  }

  @PreDestroy
  void close() {
    mail.close();
  }
}
