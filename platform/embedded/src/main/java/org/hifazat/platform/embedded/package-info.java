/**
 * PostgreSQL, Kafka and Keycloak as child processes: the real parts, on one machine, without
 * containers.
 */
@NullMarked
package org.hifazat.platform.embedded;

import org.jspecify.annotations.NullMarked;
