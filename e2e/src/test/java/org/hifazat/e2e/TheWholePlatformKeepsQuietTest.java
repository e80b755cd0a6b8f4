package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * After a year of casework nothing that names, locates or numbers a child can be read in any
 * database, topic or log. Runs last, so that it also sees what the other scenarios left behind.
 */
class TheWholePlatformKeepsQuietTest {
  /** The searching eye itself is tested with a word that does stand in each place. */
  private static final String IN_EVERY_DATABASE = "flyway_schema_history";

  /** Letters that make a word telling; a shorter one stands inside other words. */
  private static final int TELLING = 5;

  private static final Set<String> OF_ANY_ADDRESS = Set.of("House", "Mohalla", "Kucha");

  private static SoughtWords words = new SoughtWords(List.of());

  @BeforeAll
  static void aPlatformWithAYearBehindIt() throws Exception {
    RunningPlatform.filled();
    List<String> all = wordsOfTheChildren();
    assertThat(all).hasSizeGreaterThan(200);
    words = new SoughtWords(all);
  }

  /** Whole names, addresses and phones as the demo wrote them down, and each telling word alone. */
  private static List<String> wordsOfTheChildren() throws IOException {
    Set<String> all = new LinkedHashSet<>();
    for (String line :
        Files.readAllLines(RunningPlatform.data().resolve("demo").resolve("words.txt"))) {
      all.add(line);
      Stream.of(line.split("[\\s,]+", -1))
          .filter(word -> word.length() >= TELLING && !Character.isDigit(word.charAt(0)))
          .filter(word -> !OF_ANY_ADDRESS.contains(word))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  @Test
  void noTableOfAnyDatabaseHoldsAWordOfAChild() throws Exception {
    List<String> databases =
        List.of(
            "identity", "cases", "assessments", "referrals", "monitoring", "gateway", "keycloak");
    List<String> leaks = new ArrayList<>();
    long rows = 0;
    for (String database : databases) {
      try (Connection connection = superuser(database)) {
        for (String table : tables(connection)) {
          rows += search(connection, database + "." + table, table, leaks);
        }
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(rows).as("rows read").isGreaterThan(10_000);
  }

  @Test
  void noRecordOfAnyTopicHoldsAWordOfAChild() {
    Properties config = new Properties();
    config.put("bootstrap.servers", "127.0.0.1:" + (RunningPlatform.basePort() + 20));
    List<String> leaks = new ArrayList<>();
    long records = 0;
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(5))) {
          records++;
          look(record.topic(), record.value(), leaks);
          look(record.topic(), record.key(), leaks);
          for (Header header : record.headers()) {
            look(record.topic(), header.value(), leaks);
          }
        }
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(records).as("records read").isGreaterThan(1_000);
  }

  @Test
  void noLogHoldsAWordOfAChild() throws IOException {
    List<String> leaks = new ArrayList<>();
    Path logs = RunningPlatform.data().resolve("log");
    try (Stream<Path> files = Files.walk(logs)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (InputStream text = Files.newInputStream(file)) {
          look(file.getFileName().toString(), text.readAllBytes(), leaks);
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void theSearchWouldFindAWordThatIsThere() throws Exception {
    List<String> mark = List.of("Peshawar Legal Aid Centre");
    Map<String, Boolean> found = new LinkedHashMap<>();
    try (Connection connection = superuser("identity")) {
      for (String table : tables(connection)) {
        List<String> leaks = new ArrayList<>();
        words = new SoughtWords(mark);
        search(connection, table, table, leaks);
        found.put(table, !leaks.isEmpty());
      }
    } finally {
      words = new SoughtWords(wordsOfTheChildren());
    }
    assertThat(found).containsEntry("agency", true);
    assertThat(found).containsKey(IN_EVERY_DATABASE);
  }

  private static Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:"
            + (RunningPlatform.basePort() + 30)
            + "/"
            + database
            + "?user=postgres&password="
            + RunningPlatform.key("postgres-superuser"));
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select quote_ident(tablename) from pg_tables where schemaname = 'public'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static long search(Connection connection, String place, String table, List<String> leaks)
      throws SQLException {
    long rows = 0;
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(1000);
      try (ResultSet all = statement.executeQuery("select * from public." + table)) {
        int columns = all.getMetaData().getColumnCount();
        while (all.next()) {
          rows++;
          for (int column = 1; column <= columns; column++) {
            String where = place + "." + all.getMetaData().getColumnName(column);
            if (all.getMetaData().getColumnTypeName(column).equals("bytea")) {
              look(where, all.getBytes(column), leaks);
            } else {
              String text = all.getString(column);
              look(where, text == null ? null : text.getBytes(StandardCharsets.UTF_8), leaks);
            }
          }
        }
      }
    }
    return rows;
  }

  private static void look(String place, byte @Nullable [] content, List<String> leaks) {
    if (content == null || content.length == 0) {
      return;
    }
    for (int word : words.in(new String(content, StandardCharsets.UTF_8))) {
      leaks.add(place + " holds word " + word + " of the list");
    }
  }
}
