package org.hifazat.platform.persistence;

import java.util.Map;

/**
 * Supplies settings for row-level security. They are set for one transaction at its begin and are
 * gone at its end, whatever the connection pool does.
 */
public interface RowSettings {
  /**
   * The settings of whoever acts now, name to value, e.g. {@code app.staff_id}. Always the same
   * names: an absent value is the empty string, which policies read as {@code
   * nullif(current_setting('app.x', true), '')}.
   */
  Map<String, String> current();
}
