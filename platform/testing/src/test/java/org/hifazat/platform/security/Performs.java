package org.hifazat.platform.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for the real one, which this module must not depend on. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Performs {
  String value();
}
