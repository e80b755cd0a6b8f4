package org.hifazat.platform.web;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or "/" and the name of a query or header
 *     parameter; empty for the whole body
 * @param code kebab-case code of the broken constraint, never the value
 */
public record Violation(String pointer, String code) {}
