package org.hifazat.platform.web;

import org.hifazat.platform.security.Sensitive;

enum ThingOperation {
  READ_THING,
  @Sensitive
  EXPORT_THING
}
