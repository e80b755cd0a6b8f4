/** Stands in for platform/security, which platform/web knows by names only. */
@NullMarked
package org.hifazat.platform.security;

import org.jspecify.annotations.NullMarked;
