package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

  @TempDir Path folder;

  @Test
  void aLogAboveTheLimitIsSetAsideAndEmptied() throws IOException {
    Path log = folder.resolve("cases.log");
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
      file.setLength(LogFiles.LIMIT + 1);
    }
    new LogFiles(folder).shorten();
    assertThat(log).isEmptyFile();
    assertThat(folder.resolve("cases.log.1")).hasSize(LogFiles.LIMIT + 1);
  }

  @Test
  void aLogBelowTheLimitStaysAsItIs() throws IOException {
    Path log = Files.writeString(folder.resolve("cases.log"), "a line\n");
    new LogFiles(folder).shorten();
    assertThat(log).hasContent("a line");
    assertThat(folder.resolve("cases.log.1")).doesNotExist();
  }
}
