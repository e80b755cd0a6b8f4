package org.hifazat.platform.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Creates the topics this service writes and reads, in the background: with the broker away a
 * service starts all the same, and creates them when it is back.
 */
@Singleton
class TopicsAtStart {
  private static final Logger LOG = Logger.getLogger(TopicsAtStart.class);
  private static final Pattern INCOMING =
      Pattern.compile("mp\\.messaging\\.incoming\\.\"?([^.\"]+)\"?\\.connector");

  private final TopicSetup topics;
  private final MessagingConfig messaging;
  private final Config config;
  private final Pauses pauses;

  TopicsAtStart(TopicSetup topics, MessagingConfig messaging, Config config, Pauses pauses) {
    this.topics = topics;
    this.messaging = messaging;
    this.config = config;
    this.pauses = pauses;
  }

  void create(@Observes StartupEvent started) {
    Thread.ofVirtual().name("topics-at-start").start(this::untilDone);
  }

  private void untilDone() {
    Set<String> wanted = wanted();
    Backoff backoff =
        new Backoff(messaging.delivery().backoff(), messaging.delivery().outageBackoff());
    while (true) {
      try {
        topics.ensure(wanted);
        return;
      } catch (BrokerAwayException away) {
        if (!backoff.failing()) {
          LOG.warn("Kafka does not answer yet; topics are created when it does");
        }
      }
      try {
        pauses.pause(backoff.failed());
      } catch (Pauses.StoppingException stopping) {
        return;
      }
    }
  }

  private Set<String> wanted() {
    Set<String> wanted = new TreeSet<>();
    messaging.topic().ifPresent(wanted::add);
    for (String property : config.getPropertyNames()) {
      Matcher channel = INCOMING.matcher(property);
      if (channel.matches()) {
        String name = channel.group(1);
        wanted.add(
            config
                .getOptionalValue("mp.messaging.incoming." + name + ".topic", String.class)
                .orElse(name));
      }
    }
    return wanted;
  }
}
