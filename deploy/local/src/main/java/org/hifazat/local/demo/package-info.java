/** A year of invented casework, told through the public interfaces by people who sign in. */
@NullMarked
package org.hifazat.local.demo;

import org.jspecify.annotations.NullMarked;
