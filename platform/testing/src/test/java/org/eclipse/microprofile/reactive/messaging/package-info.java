@NullMarked
package org.eclipse.microprofile.reactive.messaging;

import org.jspecify.annotations.NullMarked;
