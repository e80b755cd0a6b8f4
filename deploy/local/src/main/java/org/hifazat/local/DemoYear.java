package org.hifazat.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hifazat.local.demo.Demo;
import org.hifazat.local.demo.Size;

/** Fills the running platform with a believable year. */
final class DemoYear implements Command {
  private static final long SEED = 20100410;

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String summary() {
    return "fill the running platform with a year of invented casework";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    if (!List.of().equals(arguments) && !List.of("--small").equals(arguments)) {
      System.err.println("demo takes nothing, or --small for a year of fewer cases.");
      return Exit.USAGE;
    }
    Path folder = installation.data().resolve("demo");
    Path words = folder.resolve("words.txt");
    if (Files.exists(folder.resolve("done"))) {
      System.out.println("This platform has its demo year already.");
      return Exit.OK;
    }
    Instant start = Instant.now();
    try {
      String password = Files.readString(installation.keys().resolve("demo-password")).strip();
      Demo demo =
          new Demo(
              installation.address(),
              password,
              installation.keys().resolve("legal-aid-peshawar.jwk.json"),
              arguments.isEmpty() ? Size.WHOLE : Size.SMALL,
              SEED,
              words);
      Demo.Result result = demo.run(start);
      Files.writeString(folder.resolve("done"), start + "\n");
      System.out.printf(
          "%d cases, %d reports without concern, %d referrals, %d answered, %d loops closed, in %d s.%n",
          result.cases(),
          result.noConcern(),
          result.referrals(),
          result.answered(),
          result.loopsClosed(),
          Duration.between(start, Instant.now()).toSeconds());
      return Exit.OK;
    } catch (IOException | IllegalStateException failed) {
      System.err.println("The demo stopped: " + failed.getMessage());
      System.err.println("Is the platform running? ./hifazat status");
      return Exit.FAILED;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Exit.FAILED;
    }
  }
}
