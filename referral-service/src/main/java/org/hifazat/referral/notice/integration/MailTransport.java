package org.hifazat.referral.notice.integration;

import static java.util.Objects.requireNonNullElse;

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
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.Config;
import org.hifazat.referral.notice.NoticeConfig;
import org.hifazat.referral.notice.NoticeTransport;

/** Hands notices to a mail server. */
@ApplicationScoped
class MailTransport implements NoticeTransport {
  private static final String PASSWORD = "hifazat.notice.smtp.password";

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
        .map(Buffer::buffer)
        .map(new PemTrustOptions()::addCertValue)
        .ifPresent(server::setPemTrustOptions);
    smtp.username().ifPresent(server::setUsername);
    Optional.ofNullable(settings.getConfigValue(PASSWORD).getRawValue())
        .filter(password -> !password.isEmpty())
        .ifPresent(server::setPassword);
    this.mail = MailClient.create(vertx, server);
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
