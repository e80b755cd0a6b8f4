package org.hifazat.platform.web;

/** A hash only this service can compute; equal text and purpose give equal bytes. */
@FunctionalInterface
interface KeyedHash {

  /**
   * @return at least 16 bytes
   */
  byte[] of(String purpose, String text);
}
