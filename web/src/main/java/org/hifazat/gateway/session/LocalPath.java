package org.hifazat.gateway.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: only ever a page of this application. */
final class LocalPath {
  static final String HOME = "/";
  private static final int LONGEST = 512;

  /** One slash, then nothing a browser could take for another host, a scheme or a new header. */
  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[A-Za-z0-9\\-._~/?&=%:,+@!$'()*]*");

  private LocalPath() {}

  /** The path asked for when it is local, else the application's home. */
  static String or(@Nullable String asked) {
    return asked != null && asked.length() <= LONGEST && LOCAL.matcher(asked).matches()
        ? asked
        : HOME;
  }
}
