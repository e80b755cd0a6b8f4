package org.hifazat.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@link Operation} constant that takes a sign-in of the last minutes, with a second
 * factor: an unattended screen or a stolen session is not enough for it. What the operation's rule
 * says holds besides.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Sensitive {}
