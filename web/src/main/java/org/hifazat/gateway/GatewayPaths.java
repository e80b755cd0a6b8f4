package org.hifazat.gateway;

import java.util.Set;

/** The gateway's address space. */
public final class GatewayPaths {
  public static final String REALM = "hifazat";

  public static final String SESSION = "/session";
  public static final String SIGN_IN = "/sign-in";
  public static final String SIGN_IN_RETURN = "/session/return";
  public static final String SIGN_IN_FAILED = "/session/failed";
  public static final String BACK_CHANNEL_LOGOUT = "/session/back-channel-logout";
  public static final String SIGN_OUT = "/sign-out";

  /** The page of a secure link; what its script asks lies under it. */
  public static final String LINK = "/link";

  public static final String LINK_OPENINGS = "/link/v1/openings";
  public static final String SIGN_OUT_EVERYWHERE = "/sign-out-everywhere";

  /** The application's first page, which says in the reader's language that it did not work. */
  public static final String LANDING_AFTER_FAILURE = "/?sign-in=failed";

  /** First segments that are never a page of the application. */
  private static final Set<String> NOT_PAGES =
      Set.of(
          "api",
          "auth",
          "openrosa",
          "partner",
          "session",
          "sign-in",
          "sign-out",
          "sign-out-everywhere",
          "q",
          "assets");

  private GatewayPaths() {}

  /** Whether the path may be a page of the application, to be drawn by its script. */
  public static boolean mayBePage(String path) {
    if (under(path, LINK)) {
      return path.equals(LINK);
    }
    int end = path.indexOf('/', 1);
    String first = end < 0 ? path.substring(1) : path.substring(1, end);
    String last = path.substring(path.lastIndexOf('/') + 1);
    return !NOT_PAGES.contains(first) && !last.contains(".");
  }

  /** Whether the path is the given one or lies under it. */
  public static boolean under(String path, String root) {
    return path.startsWith(root)
        && (path.length() == root.length() || path.charAt(root.length()) == '/');
  }
}
