/** Staff over HTTP. */
@NullMarked
package org.hifazat.identity.staff.web;

import org.jspecify.annotations.NullMarked;
