package org.hifazat.local;

import java.util.List;

/** What {@code ./hifazat <name>} does. */
interface Command {

  String name();

  /** One line for {@code help}. */
  String summary();

  /**
   * @param arguments what the user wrote after the command's name
   */
  Exit run(Installation installation, List<String> arguments);

  /** Exit codes, documented in deploy/local/README.md; scripts rely on them. */
  enum Exit {
    OK(0),
    FAILED(1),
    USAGE(2),
    ALREADY_RUNNING(3),
    PORT_TAKEN(4);

    private final int code;

    Exit(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }
}
