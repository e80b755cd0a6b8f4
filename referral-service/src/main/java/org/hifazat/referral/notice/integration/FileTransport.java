package org.hifazat.referral.notice.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.hifazat.referral.notice.NoticeConfig;
import org.hifazat.referral.notice.NoticeTransport;
import org.jboss.logging.Logger;

/** Writes notices to a file: where there is no mail server, and no gateway for text messages. */
@ApplicationScoped
class FileTransport implements NoticeTransport {
  private static final Logger LOG = Logger.getLogger(FileTransport.class);
  private static final String CONSOLE = "-";

  private final NoticeConfig config;
  private final Clock clock;

  FileTransport(NoticeConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public boolean takes(Channel channel) {
    return switch (channel) {
      case SMS -> config.sms() == NoticeConfig.SmsWay.FILE;
      case EMAIL -> config.email() == NoticeConfig.Way.FILE;
    };
  }

  @Override
  public synchronized void send(Notice notice) throws NotSentException {
    if (config.writtenTo().equals(CONSOLE)) {
      LOG.infof("A notice by %s: %s", notice.channel(), notice.text());
      return;
    }
    try {
      Path file = Path.of(config.writtenTo()).toAbsolutePath();
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          "%s %s %s: %s%n"
              .formatted(
                  clock.instant(),
                  notice.channel(),
                  notice.to(),
                  notice.text().replaceAll("\\s+", " ")),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException fault) {
      throw new NotSentException("file-not-written");
    }
  }
}
