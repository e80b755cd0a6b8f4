package org.hifazat.referral.notice.integration;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hifazat.referral.notice.NoticeConfig;
import org.hifazat.referral.notice.NoticeTransport;

/** Hands notices to a mail server. */
@ApplicationScoped
class MailTransport implements NoticeTransport {
  private final NoticeConfig config;
  private final MailClient mail;

  MailTransport(NoticeConfig config, Vertx vertx) {
    this.config = config;
    NoticeConfig.Smtp smtp = config.smtp();
    MailConfig server =
        new MailConfig()
            .setHostname(smtp.host())
            .setPort(smtp.port())
            .setStarttls(smtp.startTls() ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
            .setConnectTimeout((int) smtp.within().toMillis())
            .setKeepAlive(false);
    smtp.username().ifPresent(server::setUsername);
    smtp.password().ifPresent(server::setPassword);
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
      throw new NotSentException("mail-server-refused");
    } catch (TimeoutException slow) {
      throw new NotSentException("mail-server-slow");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotSentException("stopped");
    }
  }

  @PreDestroy
  void close() {
    mail.close();
  }
}
