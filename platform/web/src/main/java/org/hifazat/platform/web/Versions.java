package org.hifazat.platform.web;

/**
 * Two versions of one resource, as entity tags.
 *
 * @param expected the one a change was made on
 * @param current the one that stands
 */
public record Versions(String expected, String current) {}
