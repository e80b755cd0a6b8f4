/** Units over HTTP. */
@NullMarked
package org.hifazat.identity.unit.web;

import org.jspecify.annotations.NullMarked;
