/** The way of a request to a service or to Keycloak, and of the answer back. */
@NullMarked
package org.hifazat.gateway.proxy;

import org.jspecify.annotations.NullMarked;
