/** Signing in and out. Tokens live here and in the gateway's database, never in a browser. */
@NullMarked
package org.hifazat.gateway.session;

import org.jspecify.annotations.NullMarked;
