package org.hifazat.platform.testing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** Empties a broker that other test runs have used. */
final class Topics {
  private Topics() {}

  static String deleteAll(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.deleteTopics(names(admin)).all().get();
      Awaitility.await("topics are gone").atMost(Patience.LONG).until(() -> names(admin).isEmpty());
      return "yes";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Topics at " + bootstrapServers + " stay", e);
    }
  }

  /** Whether the broker answers. */
  static boolean listed(String bootstrapServers) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      names(admin);
      return true;
    }
  }

  /** Without Kafka's own. */
  private static Set<String> names(Admin admin) throws InterruptedException, ExecutionException {
    return admin.listTopics().names().get();
  }
}
