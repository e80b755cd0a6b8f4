/** What every HTTP interface shares: problems, preconditions, idempotent creation, cursor pages. */
@NullMarked
package org.hifazat.platform.web;

import org.jspecify.annotations.NullMarked;
