@NullMarked
package io.vavr;

import org.jspecify.annotations.NullMarked;
