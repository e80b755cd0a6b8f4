/** Payloads of hifazat.directory.v1: ids, codes, dates and public names. */
@NullMarked
package org.hifazat.identity.event;

import org.jspecify.annotations.NullMarked;
